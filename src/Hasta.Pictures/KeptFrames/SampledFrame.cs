using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <param name="Frame">Index in the clip, from 0.</param>
/// <param name="Picture">The frame, already scaled down.</param>
internal sealed record SampledFrame(int Frame, SKBitmap Picture) : IDisposable
{
    public void Dispose() => Picture.Dispose();
}
