using Hasta.House.Tests.Architecture;
using Hasta.TestKit;

namespace Hasta.House.Tests;

/// <summary>The rules of CONTRIBUTING.md that can be checked on the source text.</summary>
public sealed class HouseStyleTests(ITestOutputHelper output)
{
    private const string Good = "namespace Hasta.Landmarks.Video;\n\npublic sealed record Frame(int Number);\n";

    private static IReadOnlyList<SourceMethod> Methods { get; } =
        [.. SourceFile.Below(SharedData.RepositoryRoot).SelectMany(file => SourceMethod.In(file.Path, file.Text))];

    [Fact]
    public void The_source_follows_the_house_style() =>
        Assert.Empty(SourceFile.Below(SharedData.RepositoryRoot).SelectMany(file => file.Faults()));

    [Fact]
    public void Files_stay_small()
    {
        int[] lines = [.. SourceFile.Below(SharedData.RepositoryRoot).Select(file => file.Lines).Order()];
        int p95 = lines[(lines.Length * 95 / 100) - 1];
        output.WriteLine($"{lines.Length} files: median {lines[lines.Length / 2]}, p95 {p95}, longest {lines[^1]} lines.");

        Assert.True(lines[lines.Length / 2] <= 60, "The median file is longer than the 60 lines that the house style allows.");
        Assert.True(p95 <= 200, $"One file in twenty has more than {p95} lines; the house style allows 200.");
    }

    [Fact]
    public void Methods_stay_short()
    {
        int[] lines = [.. Methods.Select(method => method.Lines).Order()];
        int p95 = lines[(lines.Length * 95 / 100) - 1];
        output.WriteLine($"{lines.Length} methods: median {lines[lines.Length / 2]}, p95 {p95}, longest {lines[^1]} lines.");

        Assert.True(lines[lines.Length / 2] <= 8, "The median method is longer than the 8 lines that the house style allows.");
        Assert.True(p95 <= 35, $"One method in twenty has more than {p95} lines; the house style allows 35.");
    }

    /// <summary>A CancellationToken does not count.</summary>
    [Fact]
    public void Few_methods_have_more_than_four_parameters()
    {
        const int Known = 20;
        string[] many = [.. Methods.Where(method => method.Parameters > 4).Select(method => method.Name)];

        Assert.True(many.Length <= Known, $"More than four parameters mean that a record is missing: {string.Join(", ", many)}.");
        Assert.DoesNotContain(Methods, method => method.Parameters > 6);
    }

    [Theory]
    [InlineData("src", "*.cs")]
    [InlineData("src", "*.ts")]
    [InlineData("tests", "*.cs")]
    [InlineData("bench", "*.cs")]
    [InlineData("tools", "*.cs")]
    [InlineData("samples", "*.cs")]
    [InlineData("docs", "*.md")]
    public void Lines_are_at_most_140_columns(string folder, string pattern)
    {
        string root = Path.Combine(SharedData.RepositoryRoot, folder);

        Assert.Empty(
            from path in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            from line in TextLine.OfProseOrCode(path)
            where line.Text.Length > 140
            select $"{Path.GetRelativePath(root, path)}:{line.Number}");
    }

    [Theory]
    [InlineData("src/Hasta.Landmarks/Video/Frame.cs", Good, 0)]
    [InlineData("src/Hasta.Landmarks/Audio/Frame.cs", Good, 1)]
    [InlineData("src/Hasta.Landmarks/Video/Picture.cs", Good, 1)]
    [InlineData("src/Hasta.Landmarks/Video/Frame.cs", Good + "public enum Second;\n", 1)]
    [InlineData("src/Hasta.Landmarks/Video/Frame.cs", "namespace Hasta.Landmarks.Video\n{\n}\n", 1)]
    [InlineData("src/Hasta.Landmarks/Video/Frame.cs", Good + "#pragma warning disable\n", 1)]
    [InlineData("src/Hasta.Landmarks/Video/Frame.cs", Good + "// TODO later\n", 1)]
    [InlineData("src/Hasta.Landmarks/Utils/Frame.cs", "namespace Hasta.Landmarks.Utils;\n", 1)]
    public void Each_rule_can_fail(string path, string text, int faults) =>
        Assert.Equal(faults, new SourceFile(path, text).Faults().Count());
}
