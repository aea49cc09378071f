using Hasta.Landmarks.Tests.MediaPipe;
using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests;

[Trait("speed", "slow")]
public sealed class LandmarkExtractorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_frame_of_a_clip_becomes_a_landmark_frame_at_its_time()
    {
        string clip = TestClip.Path("eat/6.mp4");
        var times = new List<TimeSpan>();
        await foreach (var frame in VideoReader.ReadAsync(clip, new VideoOptions(), Cancellation))
        {
            times.Add(frame.Time);
        }

        var feed = await new LandmarkExtractor(Networks.Shared).OpenAsync(clip, cancellationToken: Cancellation);
        var sequence = await feed.CollectAsync(Cancellation);

        var info = await VideoInfo.ReadAsync(clip, Cancellation);
        Assert.Equal((info.Width, info.Height, info.Fps), (sequence.Width, sequence.Height, sequence.Fps));
        Assert.Equal(times, sequence.Frames.Select(frame => frame.Time));
        Assert.Equal(1, MadeClip.Tally(sequence).DetectionRate);
    }

    [Fact]
    public async Task Landmarks_of_downscaled_frames_are_in_pixels_of_the_clip()
    {
        string clip = TestClip.Path("eat/6.mp4");
        var info = await VideoInfo.ReadAsync(clip, Cancellation);
        var small = new LandmarkExtractor(Networks.Shared, new VideoOptions { MaxHeight = info.Height * 3 / 4 });

        var sequence = await (await small.OpenAsync(clip, cancellationToken: Cancellation)).CollectAsync(Cancellation);
        var feed = await new LandmarkExtractor(Networks.Shared).OpenAsync(clip, cancellationToken: Cancellation);
        var fullSize = await feed.CollectAsync(Cancellation);

        Assert.Equal((info.Width, info.Height), (sequence.Width, sequence.Height));
        double distance = fullSize.Frames
            .Zip(sequence.Frames, (a, b) => Distance(a[LandmarkLayout.Nose], b[LandmarkLayout.Nose]))
            .Average();
        Assert.InRange(distance, 0.001, 0.01 * info.Height);
    }

    [Fact]
    public void Downscaling_changes_the_engine_id()
    {
        LandmarkEngineId half = new LandmarkExtractor(Networks.Shared, new VideoOptions { MaxHeight = 540 }).EngineId;

        Assert.Equal(Networks.Shared.Id, new LandmarkExtractor(Networks.Shared).EngineId);
        Assert.Equal(Networks.Shared.Id with { MaxHeight = 540 }, half);
    }

    [Fact]
    public async Task A_text_file_named_mp4_is_a_bad_file()
    {
        string path = Path.Combine(Path.GetTempPath(), $"hasta-{Guid.NewGuid():N}.mp4");
        await File.WriteAllTextAsync(path, "not a video", Cancellation);
        try
        {
            var thrown = await Assert.ThrowsAsync<BadFileException>(() =>
                new LandmarkExtractor(Networks.Shared).OpenAsync(path, cancellationToken: Cancellation));

            Assert.Equal(path, thrown.Path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Distance(Landmark one, Landmark other) => double.Hypot(one.X - other.X, one.Y - other.Y);
}
