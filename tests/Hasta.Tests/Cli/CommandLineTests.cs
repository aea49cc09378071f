namespace Hasta.Tests.Cli;

/// <summary>What a user sees who types something wrong.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("VIDEOS, or --from-npy", "prepare", "--out", "nowhere")]
    [InlineData("VIDEOS, or --from-npy", "prepare", "videos", "--from-npy", "X.npy", "--index", "i.csv", "--out", "nowhere")]
    [InlineData("--max-height", "prepare", "videos", "--max-height", "0", "--out", "nowhere")]
    [InlineData("--report takes the page's place", "evaluate", "run", "data", "--report", "figures.JSON")]
    [InlineData("no such folder", "prepare", "does-not-exist", "--out", "nowhere")]
    [InlineData("hasta prepare VIDEOS", "train", "does-not-exist", "--out", "nowhere")]
    [InlineData("hasta train DATA", "recognize", "--model", "does-not-exist", "clip.mp4")]
    [InlineData("no device \"quantum\"", "train", "data", "--out", "run", "--device", "quantum")]
    public async Task A_mistake_is_named_with_its_remedy_and_exit_code_2(string says, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task An_unknown_key_of_a_config_is_named()
    {
        using var folder = new TempFolder();

        CliRun run = await CliRun.RunAsync("train", "data", "--out", folder.At("run"), "--config", folder.Write("config.json", """{"batchSise": 3}"""));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("batchSise", run.Error, StringComparison.Ordinal);
    }
}
