using System.Diagnostics;
using System.Globalization;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video;

public sealed class DecoderProcessTests : IDisposable
{
    private readonly ClipFolder clips = new();

    public void Dispose() => clips.Dispose();

    [Fact]
    public async Task A_hanging_decoder_is_stopped_and_reported()
    {
        var options = new VideoOptions { Ffmpeg = clips.Script("sleep 60"), IdleTimeout = TimeSpan.FromSeconds(0.3) };
        var clock = Stopwatch.StartNew();

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() =>
            DecodedFrame.AllAsync(clips.Counted("a.mp4", 2), options));

        Assert.Contains("decoding hung after 0 frames (nothing came for 0.3 s)", error.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task A_decoder_that_floods_its_error_output_does_not_block()
    {
        var options = new VideoOptions { Ffmpeg = clips.Script("yes '[error] worn tape' | head -n 200000 >&2; exit 1") };

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() =>
            DecodedFrame.AllAsync(clips.Counted("a.mp4", 2), options));

        Assert.Contains("no frame could be decoded (worn tape)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_stops_a_waiting_decoder()
    {
        Ffmpeg ffmpeg = clips.Script($"echo $$ > '{clips.Path("pid")}'; exec sleep 60");
        VideoInfo info = await VideoInfo.ReadAsync(clips.Counted("a.mp4", 2), TestContext.Current.CancellationToken);
        using var source = new CancellationTokenSource();
        await using IAsyncEnumerator<VideoFrame> frames =
            VideoReader.ReadAsync(info, new VideoOptions { Ffmpeg = ffmpeg }, source.Token).GetAsyncEnumerator(source.Token);

        ValueTask<bool> next = frames.MoveNextAsync();
        int child = await ChildAsync();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(child));
    }

    [Fact]
    public async Task Leaving_the_loop_stops_the_decoder()
    {
        string clip = clips.Make("long.mp4", "color=red:s=320x240:r=25", "-frames:v 200 -c:v mpeg4");
        Ffmpeg ffmpeg = clips.Script($"echo $$ > '{clips.Path("pid")}'; exec '{Ffmpeg.Find().Program}' \"$@\"");

        var options = new VideoOptions { Ffmpeg = ffmpeg };
        await foreach (VideoFrame frame in VideoReader.ReadAsync(clip, options, TestContext.Current.CancellationToken))
        {
            Assert.Equal(320, frame.Width);
            break;
        }

        int child = await ChildAsync();
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(child));
    }

    [Fact]
    public async Task Frames_share_two_buffers()
    {
        var buffers = new HashSet<ReadOnlyMemory<byte>>();
        string clip = clips.Counted("a.mp4", 5);
        await foreach (VideoFrame frame in VideoReader.ReadAsync(clip, new VideoOptions(), TestContext.Current.CancellationToken))
        {
            buffers.Add(frame.Rgb);
        }

        Assert.Equal(2, buffers.Count);
    }

    private async Task<int> ChildAsync()
    {
        string text = "";
        while (!text.EndsWith('\n'))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            text = File.Exists(clips.Path("pid"))
                ? await File.ReadAllTextAsync(clips.Path("pid"), TestContext.Current.CancellationToken)
                : "";
        }

        return int.Parse(text, CultureInfo.InvariantCulture);
    }
}
