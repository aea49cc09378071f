using System.Text.Json;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

public sealed class LiveStreamTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Stream()
    {
        LongTake.Write(folder.At("stream.pose"), "Hello", "Namaste");
        return folder.At("stream.pose");
    }

    private static Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(["live", .. arguments]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task People_see_a_line_per_sign_with_its_time()
    {
        CliRun run = await RunAsync("--poses", Stream());

        string[] lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, 2), (run.ExitCode, lines.Length));
        Assert.Matches(@"^0:0[4-6]\.\d  Hello \d\d%", lines[0]);
        Assert.Matches(@"^0:(0[7-9]|1\d)\.\d  Namaste (\d\d|>99)%", lines[1]);
    }

    [Fact]
    public async Task Programs_get_every_event_as_a_line_of_json()
    {
        CliRun run = await RunAsync("--json", "--poses", Stream());

        JsonElement[] events =
            [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        string[] kinds = [.. events.Select(happened => happened.GetProperty("event").GetString()!)];
        Assert.Equal(
            ["signing", "recognized", "rest", "signing", "recognized", "rest"], kinds.Where(kind => kind is not ("guess" or "unsure")));
        JsonElement word = events.First(happened => happened.GetProperty("event").GetString() == "recognized");
        Assert.Equal(("Hello", "हेलो"), (word.GetProperty("gloss").GetString(), word.GetProperty("hindi").GetString()));
        Assert.True(word.GetProperty("start").GetDouble() < word.GetProperty("end").GetDouble());
        Assert.True(word.GetProperty("end").GetDouble() <= word.GetProperty("time").GetDouble());
        Assert.Equal(5, word.GetProperty("candidates").GetArrayLength());
    }

    [Fact]
    public async Task A_higher_threshold_makes_it_unsure()
    {
        CliRun run = await RunAsync("--min-confidence", "1", "--poses", Stream());

        Assert.Contains("unsure, perhaps Hello", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--min-confidence must be in 0..1.", "--min-confidence", "2")]
    [InlineData("Give one of --camera, --video and --poses.", "--camera", "0", "--video", "a.mp4")]
    [InlineData("--poses needs a .pose file; for a video, use --video.", "--poses", "a.mp4")]
    [InlineData("a.pose", "--poses", "a.pose")]
    [InlineData("a.mp4", "--video", "a.mp4")]
    public async Task Wrong_arguments_are_named(string message, params string[] arguments)
    {
        CliRun run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("speed", "slow")]
    public async Task A_camera_that_shows_nobody_is_no_signer_and_its_end_ends_the_stream()
    {
        CliRun run = await RunAsync("--json", "--test-source", "testsrc2=s=320x240:r=15:d=2");

        Assert.DoesNotContain("recognized", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_camera_that_does_not_exist_is_named_with_the_remedy()
    {
        CliRun run = await RunAsync("--camera", "77");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("hasta cameras", run.Error, StringComparison.Ordinal);
    }
}
