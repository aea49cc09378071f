using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>
/// Draws landmarks over frames of one size: limbs and points with a dark halo, faint at low confidence, hidden if not detected.
/// </summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
internal sealed class SkeletonPainter(int width, int height) : IDisposable
{
    private readonly RgbBitmap picture = new(width, height);
    private readonly byte[] painted = new byte[width * height * 3];

    /// <summary>Returns a copy of the frame with its skeleton; its pixels are valid only until the next call.</summary>
    /// <exception cref="ArgumentException">The frame has another size.</exception>
    public VideoFrame Paint(VideoFrame frame, LandmarkFrame landmarks)
    {
        if (frame.Width != width || frame.Height != height)
        {
            throw new ArgumentException($"The frame is {frame.Width}x{frame.Height}; {width}x{height} is expected.", nameof(frame));
        }

        picture.Load(frame.Rgb.Span);
        using (var canvas = new SKCanvas(picture.Bitmap))
        {
            Skeleton.Paint(canvas, new DrawingScale(height, Pixel: 1), landmarks);
        }

        picture.Store(painted);
        return frame with { Rgb = painted };
    }

    public void Dispose() => picture.Dispose();
}
