using System.Globalization;
using Hasta.Landmarks.Video;
using Hasta.Recognition.FrameViews;
using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <summary>
/// Chooses sixteen frames of a clip (all frames of a shorter clip), evenly over its length, while it is decoded for another purpose, and
/// keeps them scaled down: 240 pixels on the shorter side, with their aspect ratio.
/// </summary>
internal sealed class FrameSampler : IFrameKeeper
{
    public const int Frames = 16;
    private const int ShorterSide = 240;
    private const int JpegQuality = 85;

    private readonly EvenSample<SampledFrame> sample = new(Frames);
    private RgbBitmap? picture;
    private int seen;

    /// <summary>Identifies which frames are chosen and how they are stored; if it changes, earlier files are rewritten.</summary>
    public static string Fingerprint { get; } = string.Create(
        CultureInfo.InvariantCulture, $"frames 1: {Frames} of {ShorterSide} px, jpeg {JpegQuality}");

    /// <param name="frame">The next frame of the clip, at its own size or scaled down by the decoder.</param>
    public void Offer(VideoFrame frame)
    {
        int number = seen++;
        sample.Offer(() => new SampledFrame(number, Shrink(frame)));
    }

    /// <summary>Returns the bytes of a <see cref="FrameSetFile"/>, which are the same for the same frames.</summary>
    /// <param name="width">Frame width of the clip in pixels, as used by its landmarks.</param>
    /// <param name="height">Frame height of the clip in pixels.</param>
    /// <exception cref="InvalidOperationException">No frame was offered.</exception>
    public byte[] ToBytes(int width, int height)
    {
        IReadOnlyList<SampledFrame> chosen = sample.Choose();
        SKBitmap first = chosen.Count > 0 ? chosen[0].Picture : throw new InvalidOperationException("No frame was offered.");
        byte[][] jpegs = [.. chosen.Select(frame => Encode(frame.Picture))];
        var header = new FrameSetHeader
        {
            Width = width,
            Height = height,
            StoredWidth = first.Width,
            StoredHeight = first.Height,
            Frames = [.. chosen.Select((frame, i) => new StoredFrame(frame.Frame, jpegs[i].Length))],
        };
        return FrameSetFile.ToBytes(header, jpegs);
    }

    public IKeptFrames ToKeptFrames(string name, int width, int height) => FrameSetFile.Parse(name, ToBytes(width, height));

    public void Dispose()
    {
        sample.Dispose();
        picture?.Dispose();
    }

    private SKBitmap Shrink(VideoFrame frame)
    {
        picture ??= new RgbBitmap(frame.Width, frame.Height);
        picture.Load(frame.Rgb.Span);
        double scale = Math.Min(1, ShorterSide / (double)Math.Min(frame.Width, frame.Height));
        int maxSide = FrameSetFile.MaxStoredSide;
        var size = new SKSizeI(
            Math.Clamp((int)Math.Round(frame.Width * scale), 1, maxSide), Math.Clamp((int)Math.Round(frame.Height * scale), 1, maxSide));
        var small = new SKBitmap(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        picture.Bitmap.ScalePixels(small, SKFilterQuality.Medium);
        return small;
    }

    private static byte[] Encode(SKBitmap picture)
    {
        using SKData jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return jpeg.ToArray();
    }
}
