using System.Text.RegularExpressions;
using Hasta.Tests.Architecture;

namespace Hasta.Tests;

/// <summary>The walls that the projects do not build: what the compiler cannot see, read from the namespaces that a file uses.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Folder, and what nothing in it may use.</summary>
    public static TheoryData<string, string> Walls => new()
    {
        { "src/Hasta.Recognition/Features/", @"System\.(IO|Net|Diagnostics|Threading).*|Hasta\.Landmarks\.(Video|IO|Inference|MediaPipe|Formats).*" },
        { "src/Hasta.Recognition/", @"Hasta\.Landmarks\.MediaPipe.*" },
        { "src/Hasta.Landmarks/MediaPipe/", @"Hasta\.Landmarks\.Formats.*" },
        { "src/Hasta.Training/Evaluation/Metrics/", @"TorchSharp.*|System\.IO|Hasta\.Training\.(Runs|Models|Optimisation|Memory).*" },
        { "src/Hasta.Training/Evaluation/Report/", @"TorchSharp.*|Hasta\.Training\.(Runs|Models|Optimisation|Memory).*" },
        { "src/Hasta.Training/Models/", @"Hasta\.(Datasets|Include)\b.*|Hasta\.Training\.(Runs|Evaluation|Optimisation|Memory).*" },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_folder_uses_only_what_it_may(string folder, string forbidden)
    {
        SourceFile[] files = [.. SourceFile.Below(SharedData.RepositoryRoot).Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))];

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => UsesOf(file).Any(used => Regex.IsMatch(used, $"^({forbidden})$"))).Select(file => file.Path));
    }

    [Fact]
    public void The_libraries_write_nothing_to_the_console() => Assert.Empty(
        SourceFile.Below(SharedData.RepositoryRoot)
            .Where(file => !file.Path.StartsWith("src/Hasta.Tool/", StringComparison.Ordinal) && ConsoleCall().IsMatch(file.Text))
            .Select(file => file.Path));

    private static IEnumerable<string> UsesOf(SourceFile file) => Using().Matches(file.Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bConsole\.\w")]
    private static partial Regex ConsoleCall();
}
