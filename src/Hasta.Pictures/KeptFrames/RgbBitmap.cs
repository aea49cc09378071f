using System.Buffers.Binary;
using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <summary>A bitmap to draw on that is loaded from and stored as rgb24.</summary>
internal sealed class RgbBitmap(int width, int height) : IDisposable
{
    private const int Rgb = 3;
    private const int Rgba = 4;
    private const uint Opaque = 0xFF000000;

    public SKBitmap Bitmap { get; } = new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);

    private unsafe Span<byte> Pixels => new((void*)Bitmap.GetPixels(), width * height * Rgba);

    /// <param name="rgb">Width x height x 3 bytes.</param>
    public void Load(ReadOnlySpan<byte> rgb)
    {
        Span<byte> pixels = Pixels;
        int offset = 0;
        for (; offset < pixels.Length - Rgba; offset += Rgba, rgb = rgb[Rgb..])
        {
            // Copies four bytes at once: the fourth belongs to the next pixel and is overwritten by the opaque alpha.
            BinaryPrimitives.WriteUInt32LittleEndian(pixels[offset..], BinaryPrimitives.ReadUInt32LittleEndian(rgb) | Opaque);
        }

        rgb.CopyTo(pixels[offset..]);
        pixels[^1] = byte.MaxValue;
    }

    /// <param name="rgb">Receives width x height x 3 bytes.</param>
    public void Store(Span<byte> rgb)
    {
        ReadOnlySpan<byte> pixels = Pixels;
        for (; pixels.Length > Rgba; pixels = pixels[Rgba..], rgb = rgb[Rgb..])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rgb, BinaryPrimitives.ReadUInt32LittleEndian(pixels));
        }

        pixels[..Rgb].CopyTo(rgb);
    }

    public void Dispose() => Bitmap.Dispose();
}
