using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video;

public sealed class ReadAheadTests : IDisposable
{
    private readonly ClipFolder clips = new();

    public void Dispose() => clips.Dispose();

    [Fact]
    public async Task Every_frame_comes_once_in_order_with_its_own_pixels()
    {
        string clip = clips.Counted("a.mp4", 12);
        IReadOnlyList<DecodedFrame> expected = await DecodedFrame.AllAsync(clip, new VideoOptions());
        var actual = new List<(TimeSpan Time, byte[] Rgb)>();

        CancellationToken stop = TestContext.Current.CancellationToken;
        await foreach (VideoFrame frame in VideoReader.ReadAsync(clip, new VideoOptions(), stop).ByOneFrame(stop))
        {
            await Task.Delay(10, stop); // the next frame is decoded meanwhile
            actual.Add((frame.Time, frame.Rgb.ToArray()));
        }

        Assert.Equal(expected.Select(frame => frame.Time), actual.Select(frame => frame.Time));
        Assert.Equal(expected.Select(frame => frame.Rgb), actual.Select(frame => frame.Rgb));
    }

    [Fact]
    public async Task An_error_comes_after_the_frames_before_it()
    {
        var seen = new List<int>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (VideoFrame frame in FailingAsync().ByOneFrame(TestContext.Current.CancellationToken))
            {
                seen.Add(frame.Width);
            }
        });

        Assert.Equal([1, 2], seen);
    }

    private static async IAsyncEnumerable<VideoFrame> FailingAsync()
    {
        await Task.Yield();
        yield return new VideoFrame(TimeSpan.Zero, 1, 1, new byte[3]);
        yield return new VideoFrame(TimeSpan.Zero, 2, 1, new byte[6]);
        throw new InvalidDataException("cut");
    }
}
