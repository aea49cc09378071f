using System.Text.RegularExpressions;

namespace Hasta.House.Tests.Architecture;

/// <summary>One file below <c>src/</c>, and the house style rules that can be checked on its text.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>; its second segment is the project.</param>
/// <param name="Text">The whole file.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly HashSet<string> VagueNames = ["Core", "Common", "Utils", "Helpers", "Services", "Managers", "Abstractions"];

    public int Lines => Text.TrimEnd('\n').Split('\n').Length;

    public static IEnumerable<SourceFile> Below(string root) =>
        from path in Directory.EnumerateFiles(System.IO.Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
        let relative = System.IO.Path.GetRelativePath(root, path).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
        select new SourceFile(relative, File.ReadAllText(path));

    /// <summary>The violations of the rules, as sentences that start with the path.</summary>
    public IEnumerable<string> Faults()
    {
        string[] folders = Path.Split('/')[1..^1];
        string expected = string.Join('.', folders);
        Match declared = FileScopedNamespace().Match(Text);
        string[] types = [.. PublicType().Matches(Text).Select(match => match.Groups["name"].Value)];
        string stem = Path.Split('/')[^1].Split('.')[0];

        if (stem != "Program" && declared.Groups["name"].Value != expected)
        {
            yield return $"{Path}: the namespace is not the file-scoped {expected}.";
        }

        if (types.Distinct().Any(type => type != stem))
        {
            yield return $"{Path}: a public type is not the one that the file is named after ({string.Join(", ", types)}).";
        }

        foreach (string vague in folders.Append(stem).Where(VagueNames.Contains))
        {
            yield return $"{Path}: {vague} says nothing.";
        }

        if (LeftOver().Match(Text) is { Success: true } match)
        {
            yield return $"{Path}: {match.Value} must not stay.";
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex FileScopedNamespace();

    [GeneratedRegex(
        @"^public (?:[a-z]+ )*(?:class|record|struct|interface|enum|delegate [\w<>?\[\]]+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"#pragma|\bTODO\b")]
    private static partial Regex LeftOver();
}
