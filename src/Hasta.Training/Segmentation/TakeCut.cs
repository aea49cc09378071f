using Hasta.Recognition.Features;

namespace Hasta.Training.Segmentation;

/// <summary>Takes are longer than signs in conversation: a random part of one, at a random tempo.</summary>
internal static class TakeCut
{
    private const int MinFrames = 8;

    /// <returns>40 to 100% of the take, 0.7 to 1.4 times as fast.</returns>
    public static NormalizedSequence Random(NormalizedSequence take, Random random)
    {
        double length = (take.FrameCount - 1) * (0.4 + (0.6 * random.NextDouble()));
        double start = random.NextDouble() * (take.FrameCount - 1 - length);
        int frames = Math.Max(MinFrames, (int)(length * Math.Exp((random.NextDouble() - 0.5) * 0.7)));
        double[] times = [.. Enumerable.Range(0, frames).Select(i => start + (length * i / (frames - 1)))];
        return Resampling.At(take, times);
    }
}
