using System.Net.WebSockets;
using Hasta.Landmarks.Video;
using SkiaSharp;

namespace Hasta.Web.Live;

/// <summary>
/// Decodes JPEG frames. What decoding costs is checked first: the size in the header, and the number of scans, each of which goes through
/// all pixels for a few bytes.
/// </summary>
internal static class JpegPicture
{
    public const int MaxPixels = 1920 * 1080;
    private const int MaxScans = 64; // encoders write about 10

    /// <exception cref="StreamException">Not a JPEG, damaged, or too large.</exception>
    public static VideoFrame Decode(TimeSpan time, ReadOnlyMemory<byte> jpeg)
    {
        using var data = SKData.CreateCopy(jpeg.Span);
        using SKCodec codec = SKCodec.Create(data) is { EncodedFormat: SKEncodedImageFormat.Jpeg } found
            ? found
            : throw new StreamException("badFrame", "the frame is not a JPEG.");
        SKImageInfo info = new(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        if ((long)info.Width * info.Height > MaxPixels)
        {
            throw new StreamException(
                "tooLarge",
                $"a picture of {info.Width}x{info.Height} has more than {MaxPixels} pixels.",
                WebSocketCloseStatus.MessageTooBig);
        }

        if (jpeg.Span.Count<byte>([0xFF, 0xDA]) > MaxScans)
        {
            throw new StreamException("badFrame", $"the JPEG has more than {MaxScans} scans.");
        }

        byte[] pixels = new byte[info.BytesSize];
        unsafe
        {
            fixed (byte* start = pixels)
            {
                if (codec.GetPixels(info, (nint)start) != SKCodecResult.Success)
                {
                    throw new StreamException("badFrame", "the JPEG is damaged.");
                }
            }
        }

        return new VideoFrame(time, info.Width, info.Height, ToRgb(pixels));
    }

    private static byte[] ToRgb(ReadOnlySpan<byte> rgba)
    {
        byte[] rgb = new byte[rgba.Length / 4 * 3];
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
        {
            (rgb[to], rgb[to + 1], rgb[to + 2]) = (rgba[from], rgba[from + 1], rgba[from + 2]);
        }

        return rgb;
    }
}
