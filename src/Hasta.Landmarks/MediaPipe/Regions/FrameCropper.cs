using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>Tracks in one region of each frame; landmarks remain in pixels of the whole frame.</summary>
/// <param name="clip">The clip of the frames, which may have been scaled down.</param>
/// <param name="region">The region in the clip's original frame size.</param>
internal sealed class FrameCropper(VideoInfo clip, FrameRegion region)
{
    private readonly (int Left, int Top, int Width, int Height) area = region.In(clip);
    private byte[] pixels = [];

    public LandmarkFrame Track(ILandmarkTracker tracker, VideoFrame frame)
    {
        (int left, int right) = (Scaled(area.Left, frame.Width, clip.Width), Scaled(area.Left + area.Width, frame.Width, clip.Width));
        (int top, int bottom) = (Scaled(area.Top, frame.Height, clip.Height), Scaled(area.Top + area.Height, frame.Height, clip.Height));
        (int width, int height) = (Math.Max(1, right - left), Math.Max(1, bottom - top));
        if (pixels.Length != 3 * width * height)
        {
            pixels = new byte[3 * width * height];
        }

        for (int row = 0; row < height; row++)
        {
            frame.Rgb.Span.Slice(3 * (((top + row) * frame.Width) + left), 3 * width).CopyTo(pixels.AsSpan(3 * row * width));
        }

        return tracker.Track(new VideoFrame(frame.Time, width, height, pixels)).Move(left, top);
    }

    private static int Scaled(int pixel, int size, int clipSize) => (int)((long)pixel * size / clipSize);
}
