using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Pictures.Overlay;
using Hasta.TestKit;

namespace Hasta.Pictures.Tests.Overlay;

[Trait("speed", "slow")]
public sealed class ClipRecorderTests : IDisposable
{
    private readonly ClipFolder clips = new();
    private readonly TempFolder folder = new();

    private RecordingFiles Files => new() { Pose = folder.At("a.pose"), Overlay = folder.At("a.mp4") };

    [Fact]
    public async Task Every_frame_is_counted_and_reported()
    {
        var reports = new List<WorkProgress>();

        LandmarkStatistics tally = await RecordAsync(new VideoOptions(), reports.Add, TestContext.Current.CancellationToken);

        Assert.Equal(10, tally.Frames);
        Assert.Equal(Enumerable.Range(1, 10).Select(frame => new WorkProgress(frame, 10, "")), reports);
    }

    [Fact]
    public async Task Cancelling_leaves_no_file()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RecordAsync(new VideoOptions(), _ => source.Cancel(), source.Token));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_failing_encoder_leaves_no_landmark_file()
    {
        Ffmpeg broken = clips.Script(
            $"case \"$*\" in *a.mp4.*) echo '[error] no room left' >&2; exit 1;; esac; exec '{Ffmpeg.Find().Program}' \"$@\"");

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() =>
            RecordAsync(new VideoOptions { Ffmpeg = broken }, _ => { }, TestContext.Current.CancellationToken));

        Assert.Contains("no room left", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    public void Dispose()
    {
        clips.Dispose();
        folder.Dispose();
    }

    private async Task<LandmarkStatistics> RecordAsync(
        VideoOptions options,
        Action<WorkProgress> report,
        CancellationToken cancellationToken)
    {
        VideoInfo clip = await VideoInfo.ReadAsync(clips.Counted("clip.mp4", 10), TestContext.Current.CancellationToken);
        return await new ClipRecorder(Networks.Shared, options).RecordAsync(clip, Files, new Reports(report), cancellationToken);
    }

    private sealed class Reports(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
