using System.Numerics;
using Hasta.Recognition.FrameViews;
using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <summary>Renders kept frames as the square window around the signer that a model sees; pixels outside the frame are grey.</summary>
internal static class FrameRenderer
{
    private const int Rgba = 4;
    private const int Channels = 3;
    private static readonly SKColor Grey = new(128, 128, 128);

    public static ClipFrames Paint(FrameSetFile source, FramePlacement view)
    {
        int size = view.Config.Size;
        byte[] pixels = new byte[view.Frames.Count * Channels * size * size];
        using var window = new SKBitmap(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(window);
        using var paint = new SKPaint { FilterQuality = SKFilterQuality.Medium, IsAntialias = true };
        SKMatrix toWindow = ToWindow(view);
        for (int i = 0; i < view.Frames.Count; i++)
        {
            using SKBitmap frame = source.Decode(view.Frames[i].Stored);
            canvas.ResetMatrix();
            canvas.Clear(Grey);
            canvas.SetMatrix(toWindow);
            canvas.DrawBitmap(frame, 0, 0, paint);
            canvas.Flush();
            Split(window.GetPixelSpan(), pixels.AsSpan(i * Channels * size * size, Channels * size * size));
        }

        return new ClipFrames(pixels, [.. view.Frames.Select(placed => (float)placed.Time)], size);
    }

    /// <summary>Pixels of the stored frames -> signer's coordinate frame -> pixels of the window.</summary>
    private static SKMatrix ToWindow(FramePlacement view)
    {
        FrameConfig config = view.Config;
        if (!Matrix3x2.Invert(view.ToPixels, out Matrix3x2 toSigner))
        {
            throw new ArgumentException("This view has no extent.", nameof(view));
        }

        Matrix3x2 all = toSigner
            * Matrix3x2.CreateTranslation((float)config.Reach, (float)config.Reach)
            * Matrix3x2.CreateScale((float)(config.Size / (2 * config.Reach)));
        return new SKMatrix(all.M11, all.M21, all.M31, all.M12, all.M22, all.M32, 0, 0, 1);
    }

    /// <summary>Interleaved pixels -> one plane per channel.</summary>
    private static void Split(ReadOnlySpan<byte> rgba, Span<byte> planes)
    {
        int plane = planes.Length / Channels;
        Span<byte> red = planes[..plane];
        Span<byte> green = planes.Slice(plane, plane);
        Span<byte> blue = planes[(2 * plane)..];
        for (int i = 0; i < plane; i++)
        {
            red[i] = rgba[i * Rgba];
            green[i] = rgba[(i * Rgba) + 1];
            blue[i] = rgba[(i * Rgba) + 2];
        }
    }
}
