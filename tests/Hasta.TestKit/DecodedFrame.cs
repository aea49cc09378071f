using Hasta.Landmarks.Video;

namespace Hasta.TestKit;

/// <summary>A test's copy of a frame: the frame's own buffer is overwritten by the next one.</summary>
internal sealed record DecodedFrame(TimeSpan Time, int Width, int Height, byte[] Rgb)
{
    /// <summary>The number that <see cref="ClipFolder.Counting"/> painted into this frame.</summary>
    public int Number => (int)Math.Round(At(Width / 2, Height / 2)[1] * 219 / 255.0 / 4);

    public ReadOnlySpan<byte> At(int x, int y) => Rgb.AsSpan(((y * Width) + x) * 3, 3);

    public static Task<List<DecodedFrame>> AllAsync(string clip) => AllAsync(clip, new VideoOptions());

    public static async Task<List<DecodedFrame>> AllAsync(string clip, VideoOptions options)
    {
        var frames = new List<DecodedFrame>();
        await foreach (VideoFrame frame in VideoReader.ReadAsync(clip, options, TestContext.Current.CancellationToken))
        {
            frames.Add(new DecodedFrame(frame.Time, frame.Width, frame.Height, frame.Rgb.ToArray()));
        }

        return frames;
    }
}
