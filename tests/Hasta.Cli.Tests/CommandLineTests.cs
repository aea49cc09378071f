using Hasta.TestKit;

namespace Hasta.Cli.Tests;

/// <summary>Errors for invalid command lines.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("VIDEOS, or --from-npy", "prepare", "--out", "nowhere")]
    [InlineData("VIDEOS, or --from-npy", "prepare", "videos", "--from-npy", "X.npy", "--index", "i.csv", "--out", "nowhere")]
    [InlineData("--max-height", "prepare", "videos", "--max-height", "0", "--out", "nowhere")]
    [InlineData("--report is the page's path", "evaluate", "run", "data", "--report", "figures.JSON")]
    [InlineData("no such folder", "prepare", "does-not-exist", "--out", "nowhere")]
    [InlineData("hasta prepare VIDEOS", "train", "does-not-exist", "--out", "nowhere")]
    [InlineData("hasta train DATA", "recognize", "--model", "does-not-exist", "clip.mp4")]
    [InlineData("no device \"quantum\"", "train", "data", "--out", "run", "--device", "quantum")]
    public async Task An_invalid_command_line_is_reported_with_a_remedy_and_exit_code_2(string expected, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task An_unknown_config_key_is_named()
    {
        using var folder = new TempFolder();

        CliRun run = await CliRun.RunAsync(
            "train", "data", "--out", folder.At("run"), "--config", folder.Write("config.json", """{"batchSise": 3}"""));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("batchSise", run.Error, StringComparison.Ordinal);
    }
}
