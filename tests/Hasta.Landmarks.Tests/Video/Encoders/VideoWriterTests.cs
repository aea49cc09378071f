using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Encoders;
using Hasta.Landmarks.Video.Programs;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Encoders;

[Trait("speed", "slow")]
public sealed class VideoWriterTests : IDisposable
{
    private readonly ClipFolder clips = new();
    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_written_clip_has_the_frames_size_rate_and_duration_of_its_source()
    {
        VideoInfo clip = await ReadInfoAsync(clips.Counted("a.mp4", 40));

        VideoInfo written = await CopyAsync(clip, new VideoOptions());

        Assert.Equal("h264", written.Codec);
        Assert.Equal((clip.Width, clip.Height, clip.Rate, clip.Duration), (written.Width, written.Height, written.Rate, written.Duration));
        List<DecodedFrame> frames = await DecodedFrame.AllAsync(written.Path);
        Assert.Equal(Enumerable.Range(0, 40), frames.Select(frame => frame.Number));
    }

    [Fact]
    public async Task Frames_at_uneven_times_keep_their_times()
    {
        string uneven = clips.Make(
            "a.mkv",
            ClipFolder.Counting,
            "-frames:v 20 -vf setpts=(N+N*N/9)/25/TB,settb=1/1000 -fps_mode passthrough -c:v ffv1");
        List<DecodedFrame> before = await DecodedFrame.AllAsync(uneven);

        VideoInfo written = await CopyAsync(await ReadInfoAsync(uneven), new VideoOptions());

        List<DecodedFrame> after = await DecodedFrame.AllAsync(written.Path);
        Assert.Equal(before.Select(frame => frame.Number), after.Select(frame => frame.Number));
        Assert.True(before[19].Time - before[18].Time > 3 * (before[1].Time - before[0].Time), "the clip is not uneven");
        Assert.All(
            before.Zip(after),
            pair => Assert.Equal(pair.First.Time.TotalMilliseconds, pair.Second.Time.TotalMilliseconds, tolerance: 0.1));
    }

    [Fact]
    public async Task Odd_sizes_are_padded_to_even_ones_and_no_pixel_moves()
    {
        VideoInfo clip = await ReadInfoAsync(clips.Make("a.mkv", "testsrc=s=49x33:r=25", "-frames:v 3 -pix_fmt bgr0 -c:v ffv1"));

        VideoInfo written = await CopyAsync(clip, new VideoOptions());

        Assert.Equal((49, 33, 50, 34), (clip.Width, clip.Height, written.Width, written.Height));
        DecodedFrame before = (await DecodedFrame.AllAsync(clip.Path))[0];
        DecodedFrame after = (await DecodedFrame.AllAsync(written.Path))[0];
        double difference = Enumerable.Range(0, 32)
            .Average(y => Enumerable.Range(0, 48).Average(x => Math.Abs(before.At(x, y)[1] - after.At(x, y)[1])));
        Assert.InRange(difference, 0, 12);
        Assert.InRange(after.At(49, 10)[1], 0, 60);
    }

    [Fact]
    public async Task The_index_comes_before_the_frames()
    {
        VideoInfo written = await CopyAsync(await ReadInfoAsync(clips.Counted("a.mp4", 5)), new VideoOptions());

        ReadOnlySpan<byte> bytes = File.ReadAllBytes(written.Path);
        Assert.InRange(bytes.IndexOf("moov"u8), 1, bytes.IndexOf("mdat"u8));
    }

    [Fact]
    public async Task Without_libx264_the_codec_is_mpeg4()
    {
        string real = Ffmpeg.Find().Program;
        Ffmpeg poor = clips.Script($"case \"$*\" in *-encoders*) echo ' V..... mpeg4  MPEG-4'; exit;; esac; exec '{real}' \"$@\"");

        VideoInfo written = await CopyAsync(await ReadInfoAsync(clips.Counted("a.mp4", 12)), new VideoOptions { Ffmpeg = poor });

        Assert.Equal("mpeg4", written.Codec);
        Assert.Equal(12, (await DecodedFrame.AllAsync(written.Path)).Count);
    }

    [Theory]
    [InlineData("echo '[error] no room left' >&2; exit 1")]
    [InlineData("head -c 1000 > /dev/null; echo '[error] no room left' >&2; exit 1")]
    [InlineData("cat > /dev/null; echo '[error] no room left' >&2; exit 1")]
    public async Task A_failing_encoder_is_reported_with_its_reason_and_leaves_no_file(string body)
    {
        VideoInfo clip = await ReadInfoAsync(clips.Make("a.mp4", "color=red:s=640x480:r=25", "-frames:v 20 -c:v mpeg4"));
        var options = new VideoOptions { Ffmpeg = EncoderScript(body) };

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() => CopyAsync(clip, options));

        Assert.StartsWith(folder.At("out.mp4") + ": ffmpeg could not write it (no room left)", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_hanging_encoder_is_stopped_and_reported()
    {
        VideoInfo clip = await ReadInfoAsync(clips.Make("a.mp4", "color=red:s=640x480:r=25", "-frames:v 20 -c:v mpeg4"));
        var options = new VideoOptions { Ffmpeg = EncoderScript("exec sleep 60"), IdleTimeout = TimeSpan.FromSeconds(0.5) };

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() => CopyAsync(clip, options));

        Assert.Contains("hung while writing it (nothing came for 0.5 s)", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Cancelling_leaves_no_new_file_and_keeps_an_older_one()
    {
        string old = folder.Write("out.mp4", "old");
        VideoInfo clip = await ReadInfoAsync(clips.Counted("a.mp4", 5));
        using var source = new CancellationTokenSource();
        await using (VideoWriter writer = await VideoWriter.CreateAsync(old, clip, new VideoOptions(), source.Token))
        {
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.CommitAsync(source.Token));
        }

        Assert.Equal([old], Directory.GetFiles(folder.Path));
        Assert.Equal("old", File.ReadAllText(old));
    }

    public void Dispose()
    {
        clips.Dispose();
        folder.Dispose();
    }

    private static Task<VideoInfo> ReadInfoAsync(string clip) => VideoInfo.ReadAsync(clip, TestContext.Current.CancellationToken);

    /// <summary>An ffmpeg that decodes and lists encoders normally, and runs <paramref name="body"/> instead of encoding.</summary>
    private Ffmpeg EncoderScript(string body) =>
        clips.Script($"case \"$*\" in *out.mp4*) {body};; esac; exec '{Ffmpeg.Find().Program}' \"$@\"");

    private async Task<VideoInfo> CopyAsync(VideoInfo clip, VideoOptions options)
    {
        string path = folder.At("out.mp4");
        await using (VideoWriter writer = await VideoWriter.CreateAsync(path, clip, options, TestContext.Current.CancellationToken))
        {
            await foreach (VideoFrame frame in VideoReader.ReadAsync(clip, new VideoOptions(), TestContext.Current.CancellationToken))
            {
                await writer.WriteAsync(frame, TestContext.Current.CancellationToken);
            }

            await writer.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([path], Directory.GetFiles(folder.Path));
        return await ReadInfoAsync(path);
    }
}
