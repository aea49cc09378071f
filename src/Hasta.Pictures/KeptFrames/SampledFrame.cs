using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <param name="Frame">Its number in the clip, from 0.</param>
/// <param name="Picture">Scaled down already.</param>
internal sealed record SampledFrame(int Frame, SKBitmap Picture) : IDisposable
{
    public void Dispose() => Picture.Dispose();
}
