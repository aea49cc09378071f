using Hasta.Landmarks.Video;

namespace Hasta.Recognition.Tests.Live.Hints;

/// <summary>Pictures of a good recording, made difficult.</summary>
internal static class ChangedPicture
{
    private static readonly byte[] Grey = [128, 128, 128];

    public static VideoFrame Darken(VideoFrame frame, double factor) =>
        Make(frame, frame.Width, frame.Height, (x, y) => Scale(At(frame, x, y), factor));

    /// <summary>A bright window behind a signer who gets no light: the middle of the picture is dark, the rest white.</summary>
    public static VideoFrame Backlit(VideoFrame frame) => Make(
        frame,
        frame.Width,
        frame.Height,
        (x, y) => x > frame.Width / 4 && x < frame.Width * 3 / 4 ? Scale(At(frame, x, y), 0.25) : [240, 240, 240]);

    /// <param name="frame">The picture.</param>
    /// <param name="left">The part that remains, as shares of width and height, as the other three.</param>
    /// <param name="top">Its top.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    public static VideoFrame Crop(VideoFrame frame, double left, double top, double width, double height)
    {
        (int x0, int y0) = ((int)(left * frame.Width), (int)(top * frame.Height));
        return Make(frame, (int)(width * frame.Width), (int)(height * frame.Height), (x, y) => At(frame, x0 + x, y0 + y));
    }

    /// <summary>The signer further away, in front of a grey wall.</summary>
    public static VideoFrame Shrink(VideoFrame frame, int factor) => Make(frame, frame.Width, frame.Height, (x, y) =>
    {
        (int column, int row) = ((x - (frame.Width / 2)) * factor, (y - (frame.Height / 2)) * factor);
        (column, row) = (column + (frame.Width / 2), row + (frame.Height / 2));
        return column >= 0 && column < frame.Width && row >= 0 && row < frame.Height ? At(frame, column, row) : Grey;
    });

    /// <summary>The signer twice, side by side.</summary>
    public static VideoFrame Double(VideoFrame frame) =>
        Make(frame, 2 * frame.Width, frame.Height, (x, y) => At(frame, x % frame.Width, y));

    private static VideoFrame Make(VideoFrame from, int width, int height, Func<int, int, byte[]> pixel)
    {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++)
        {
            pixel(i % width, i / width).CopyTo(rgb, 3 * i);
        }

        return new VideoFrame(from.Time, width, height, rgb);
    }

    private static byte[] At(VideoFrame frame, int x, int y) => frame.Rgb.Slice(3 * ((y * frame.Width) + x), 3).ToArray();

    private static byte[] Scale(byte[] pixel, double factor) => [.. pixel.Select(value => (byte)(value * factor))];
}
