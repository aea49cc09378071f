using System.Text.RegularExpressions;
using Hasta.House.Tests.Architecture;
using Hasta.TestKit;

namespace Hasta.House.Tests;

/// <summary>Dependency rules that project references do not enforce, checked on the namespaces that a file uses.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>A folder, and the namespaces that no file in it may use.</summary>
    public static TheoryData<string, string> Walls => new()
    {
        {
            "src/Hasta.Recognition/Features/",
            @"System\.(IO|Net|Diagnostics|Threading).*|Hasta\.Landmarks\.(Video|IO|Inference|MediaPipe|Formats).*"
        },
        { "src/Hasta.Recognition/", @"Hasta\.Landmarks\.MediaPipe.*" },
        { "src/Hasta.Landmarks/MediaPipe/", @"Hasta\.Landmarks\.Formats.*" },
        { "src/Hasta.Training/Evaluation/Metrics/", @"TorchSharp.*|System\.IO|Hasta\.Training\.(Runs|Models|Optimisation|Memory).*" },
        { "src/Hasta.Training/Evaluation/Report/", @"TorchSharp.*|Hasta\.Training\.(Runs|Models|Optimisation|Memory).*" },
        { "src/Hasta.Training/Models/", @"Hasta\.(Datasets|Include)\b.*|Hasta\.Training\.(Runs|Evaluation|Optimisation|Memory).*" },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_folder_uses_only_allowed_namespaces(string folder, string forbidden)
    {
        SourceFile[] files =
        [
            .. SourceFile.Below(SharedData.RepositoryRoot).Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => UsesOf(file).Any(used => Regex.IsMatch(used, $"^({forbidden})$"))).Select(file => file.Path));
    }

    /// <summary>With a using directive, with .NET's implicit ones, and with a name that is qualified from the parent namespace.</summary>
    [Theory]
    [InlineData("using System.IO;", "System.IO")]
    [InlineData("byte[] all = File.ReadAllBytes(path);", "System.IO")]
    [InlineData("using var client = new HttpClient();", "System.Net.Http")]
    [InlineData("var run = new Runs.RunFolder(path);", "Hasta.Training.Runs")]
    [InlineData("Read(Math.Max(1, 2), new Runs.RunFolder(path));", "Hasta.Training.Runs")]
    [InlineData("using static TorchSharp.torch;", "TorchSharp.torch")]
    public void Each_kind_of_use_is_detected(string line, string used) =>
        Assert.Contains(
            used,
            UsesOf(new SourceFile("src/Hasta.Training/Evaluation/Made.cs", $"namespace Hasta.Training.Evaluation;\n{line}\n")));

    [Fact]
    public void The_libraries_write_nothing_to_the_console() => Assert.Empty(
        SourceFile.Below(SharedData.RepositoryRoot)
            .Where(file => !file.Path.StartsWith("src/Hasta.Tool/", StringComparison.Ordinal) && ConsoleCall().IsMatch(file.Text))
            .Select(file => file.Path));

    private static IEnumerable<string> UsesOf(SourceFile file)
    {
        string project = file.Path.Split('/')[1];
        string[] code = [.. file.Text.Split('\n').Where(line => !Prose().IsMatch(line))];
        return Using().Matches(file.Text).Select(match => match.Groups[1].Value)
            .Concat(code.Any(Files().IsMatch) ? ["System.IO"] : [])
            .Concat(code.Any(line => line.Contains("HttpClient", StringComparison.Ordinal)) ? ["System.Net.Http"] : [])
            .Concat(code.SelectMany(line => Qualified().Matches(line)).Select(match => $"{project}.{match.Groups[1].Value}"));
    }

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^\s*(?://|using [\w. ]+;|namespace )")]
    private static partial Regex Prose();

    [GeneratedRegex(@"\b(?:File|Directory|FileStream|StreamReader|StreamWriter)\b\s*[.(]")]
    private static partial Regex Files();

    [GeneratedRegex(@"(?<![\w.])(\w+)\.[A-Z]")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\bConsole\.\w")]
    private static partial Regex ConsoleCall();
}
