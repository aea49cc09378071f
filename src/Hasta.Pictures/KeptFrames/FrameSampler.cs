using System.Globalization;
using Hasta.Landmarks.Video;
using Hasta.Recognition.FrameViews;
using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <summary>
/// Picks sixteen frames of a clip (of a shorter one, all), evenly over its length, while it is decoded for another purpose, and keeps them small: 240
/// pixels on the shorter side, in their own shape.
/// </summary>
internal sealed class FrameSampler : IFrameKeeper
{
    public const int Frames = 16;
    private const int ShorterSide = 240;
    private const int JpegQuality = 85;

    private readonly EvenSample<SampledFrame> sample = new(Frames);
    private RgbPicture? picture;
    private int seen;

    /// <summary>Names what is chosen and how it is kept; when it changes, files of before are made again.</summary>
    public static string Fingerprint { get; } = string.Create(CultureInfo.InvariantCulture, $"frames 1: {Frames} of {ShorterSide} px, jpeg {JpegQuality}");

    /// <param name="frame">The next one of the clip, whole or scaled down in decoding.</param>
    public void Offer(VideoFrame frame)
    {
        int number = seen++;
        sample.Offer(() => new SampledFrame(number, Small(frame)));
    }

    /// <summary>The file's bytes (see <see cref="FrameSetFile"/>): the same for the same frames.</summary>
    /// <param name="width">Of the clip, in pixels: what its landmarks refer to.</param>
    /// <param name="height">Of the clip, in pixels.</param>
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

    public IKeptFrames Keep(string name, int width, int height) => FrameSetFile.Parse(name, ToBytes(width, height));

    public void Dispose()
    {
        sample.Dispose();
        picture?.Dispose();
    }

    private SKBitmap Small(VideoFrame frame)
    {
        picture ??= new RgbPicture(frame.Width, frame.Height);
        picture.Load(frame.Rgb.Span);
        double scale = Math.Min(1, ShorterSide / (double)Math.Min(frame.Width, frame.Height));
        int longest = FrameSetFile.MaxStoredSide;
        var size = new SKSizeI(Math.Clamp((int)Math.Round(frame.Width * scale), 1, longest), Math.Clamp((int)Math.Round(frame.Height * scale), 1, longest));
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
