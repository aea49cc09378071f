using Hasta.Tests.Architecture;

namespace Hasta.Tests;

/// <summary>The rules of CONTRIBUTING.md that can be checked on the source text.</summary>
public sealed class HouseStyleTests(ITestOutputHelper output)
{
    private const string Good = "namespace Hasta.Landmarks.Video;\n\npublic sealed record Frame(int Number);\n";

    [Fact]
    public void The_source_follows_the_house_style() =>
        Assert.Empty(SourceFile.Below(SharedData.RepositoryRoot).SelectMany(file => file.Faults()));

    [Fact]
    public void Files_stay_small()
    {
        int[] lines = [.. SourceFile.Below(SharedData.RepositoryRoot).Select(file => file.Lines).Order()];
        int p95 = lines[(lines.Length * 95 / 100) - 1];
        output.WriteLine($"{lines.Length} files: median {lines[lines.Length / 2]}, p95 {p95}, longest {lines[^1]} lines.");

        Assert.True(p95 <= 200, $"One file in twenty has more than {p95} lines; the house style allows 200.");
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
