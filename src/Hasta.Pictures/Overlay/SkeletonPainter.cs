using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>Draws landmarks over frames of one size: limbs and points with a dark halo, faint where the model is not sure, nothing where it saw nothing.</summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
internal sealed class SkeletonPainter(int width, int height) : IDisposable
{
    private readonly RgbPicture picture = new(width, height);
    private readonly byte[] painted = new byte[width * height * 3];

    /// <summary>A copy of the frame with the skeleton on it; its pixels are valid only until the next call.</summary>
    /// <exception cref="ArgumentException">The frame is of another size.</exception>
    public VideoFrame Paint(VideoFrame frame, LandmarkFrame landmarks)
    {
        if (frame.Width != width || frame.Height != height)
        {
            throw new ArgumentException($"A frame of {frame.Width}x{frame.Height} among frames of {width}x{height}.", nameof(frame));
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
