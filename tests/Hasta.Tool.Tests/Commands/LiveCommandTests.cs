using System.Text.Json;
using System.Xml.Linq;
using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

public sealed class LiveCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Long => folder.At("long.pose");

    private string Kept => folder.At("kept");

    [Fact]
    public async Task A_stream_of_poses_is_answered_sign_by_sign()
    {
        LongTake.Write(Long, "Hello", "Thankyou");

        string[] answers =
        [
            .. (await CliRun.RunSuccessfullyAsync("live", "--poses", Long, "--json"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.GetProperty("event").GetString() is "recognized" or "unsure")
                .Select(line => line.GetProperty("candidates")[0].GetProperty("gloss").GetString()!),
        ];

        Assert.Equal(["Hello", "Thankyou"], answers);
    }

    [Fact]
    public async Task A_word_says_where_the_recognizer_has_it_from()
    {
        LongTake.Write(Long, "Hello");

        string line = (await CliRun.RunSuccessfullyAsync("live", "--poses", Long, "--json"))
            .Split('\n').Single(line => line.Contains("\"recognized\"", StringComparison.Ordinal));

        Assert.Equal("known", JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("--signer", "Asha")]
    [InlineData("--yes")]
    public async Task Options_of_a_recording_need_one(params string[] options)
    {
        LongTake.Write(Long, "Hello");

        CliRun run = await CliRun.RunAsync(["live", "--poses", Long, .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("need --record", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_written_when_the_stream_ends()
    {
        LongTake.Write(Long, "Hello", "Thankyou");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--report", folder.At("page.html"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Written: {folder.At("page.html")}", run.Error, StringComparison.Ordinal);
        var page = XDocument.Load(folder.At("page.html"));
        Assert.Equal(2, page.Descendants("tbody").Single().Elements("tr").Count());
        Assert.StartsWith("2 signs", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_does_not_replace_a_file()
    {
        LongTake.Write(Long, "Hello");
        string path = folder.Write("page.html", "mine");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--report", path);

        Assert.Equal((2, "mine", ""), (run.ExitCode, File.ReadAllText(path), run.Out));
        Assert.Contains($"{path}: this file exists.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recognized_signs_are_kept_as_a_data_set_with_consent()
    {
        LongTake.Write(Long, "Hello", "Thankyou");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--record", Kept, "--signer", "anita", "--yes");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"recording anita: the landmarks of each recognized sign are kept in {Kept}.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Recorded: 2 signs in {Kept}", run.Error, StringComparison.Ordinal);
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(Kept);
        Assert.Equal(["Hello", "Thankyou"], entries.Select(entry => entry.Gloss));
        Assert.All(entries, entry => Assert.Equal("anita", entry.Signer));
        Assert.All(entries, entry => Assert.Matches(@"long\.pose#t=\d+\.?\d*,\d+\.?\d*$", entry.Source));
        Assert.Equal(PoseFile.EngineName, Manifest.EngineOf(Kept, entries).Name);
        Assert.Contains("anita agrees", Assert.Single(File.ReadAllLines(folder.At("kept", "consent.jsonl"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_sign_is_what_was_seen()
    {
        LongTake.Write(Long, "Hello");

        await CliRun.RunSuccessfullyAsync("live", "--poses", Long, "--record", Kept, "--yes");

        LandmarkSequence seen = PoseFile.Read(Long);
        LandmarkSequence kept = PoseFile.Read(Manifest.PosePath(Kept, Manifest.Read(Kept).Single().Clip));
        Assert.Equal((seen.Width, seen.Height, seen.Fps), (kept.Width, kept.Height, kept.Fps));
        int start = seen.Frames.TakeWhile(frame => !frame.All.SequenceEqual(kept.Frames[0].All)).Count();
        Assert.All(kept.Frames.Index(), frame => Assert.Equal(seen.Frames[start + frame.Index].All, frame.Item.All));
    }

    [Fact]
    public async Task Nobody_is_recorded_silently()
    {
        LongTake.Write(Long, "Hello");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--record", Kept, "--signer", "anita");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("anita must agree", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Kept));
    }

    [Fact]
    public async Task A_folder_of_something_else_is_left_alone()
    {
        LongTake.Write(Long, "Hello");
        folder.Write("kept/notes.txt", "mine");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--record", Kept, "--yes");

        Assert.Equal((2, "mine"), (run.ExitCode, File.ReadAllText(folder.At("kept", "notes.txt"))));
        Assert.Single(Directory.GetFileSystemEntries(Kept));
    }

    [Fact]
    public async Task A_second_recording_is_added_to_the_first()
    {
        LongTake.Write(Long, "Hello");
        LongTake.Write(folder.At("other.pose"), "Thankyou");

        await CliRun.RunSuccessfullyAsync("live", "--poses", Long, "--record", Kept, "--yes");
        await CliRun.RunSuccessfullyAsync("live", "--poses", Long, "--record", Kept);
        await CliRun.RunSuccessfullyAsync("live", "--poses", folder.At("other.pose"), "--record", Kept);

        Assert.Equal(["Hello", "Thankyou"], Manifest.Read(Kept).Select(entry => entry.Gloss));
    }

    [Fact]
    public async Task What_is_unsure_is_not_kept()
    {
        PoseFile.Write(Long, new Puppet { Frames = 60, SeesHand = (_, _) => false }.Sign());

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--record", Kept, "--yes");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Recorded: 0 signs", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--poses", "a.mp4")]
    [InlineData("--poses", "a.pose", "--video", "a.mp4")]
    [InlineData("--poses", "a.pose", "--report", "page.txt")]
    public async Task Wrong_arguments_are_an_error(params string[] arguments) =>
        Assert.Equal(2, (await CliRun.RunAsync(["live", .. arguments])).ExitCode);

    public void Dispose() => folder.Dispose();
}
