using SkiaSharp;

namespace Hasta.Landmarks.Overlay;

/// <summary>A picture to draw on, filled from rgb24 and read back as such.</summary>
internal sealed class RgbPicture(int width, int height) : IDisposable
{
    private const int Rgb = 3;
    private const int Rgba = 4;

    public SKBitmap Bitmap { get; } = new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);

    /// <param name="rgb">Width x height x 3 bytes.</param>
    public unsafe void Load(ReadOnlySpan<byte> rgb)
    {
        var pixels = new Span<byte>((void*)Bitmap.GetPixels(), width * height * Rgba);
        for (int from = 0, to = 0; to < pixels.Length; from += Rgb, to += Rgba)
        {
            rgb.Slice(from, Rgb).CopyTo(pixels[to..]);
            pixels[to + Rgb] = byte.MaxValue;
        }
    }

    /// <param name="rgb">Width x height x 3 bytes to be written.</param>
    public unsafe void Store(Span<byte> rgb)
    {
        var pixels = new ReadOnlySpan<byte>((void*)Bitmap.GetPixels(), width * height * Rgba);
        for (int from = 0, to = 0; from < pixels.Length; from += Rgba, to += Rgb)
        {
            pixels.Slice(from, Rgb).CopyTo(rgb[to..]);
        }
    }

    public void Dispose() => Bitmap.Dispose();
}
