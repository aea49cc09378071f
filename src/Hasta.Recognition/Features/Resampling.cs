using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>Linear resampling in time.</summary>
internal static class Resampling
{
    /// <summary>Keeps the first and last frames. A sequence that already has this length is returned unchanged.</summary>
    public static NormalizedSequence To(NormalizedSequence sequence, int frames)
    {
        if (frames == sequence.FrameCount)
        {
            return sequence;
        }

        double step = frames > 1 ? (sequence.FrameCount - 1) / (double)(frames - 1) : 0;
        return At(sequence, [.. Enumerable.Range(0, frames).Select(i => i * step)]);
    }

    /// <param name="sequence">The sequence to sample.</param>
    /// <param name="times">The times to sample, in frames; times outside the sequence use its ends.</param>
    public static NormalizedSequence At(NormalizedSequence sequence, ReadOnlySpan<double> times)
    {
        var sampled = new NormalizedSequence(
            new Vector2[times.Length * BodyPoints.Count], new bool[times.Length], new bool[times.Length])
        {
            View = sequence.View?.At(times),
        };
        for (int i = 0; i < times.Length; i++)
        {
            double time = Math.Clamp(times[i], 0, sequence.FrameCount - 1);
            int before = (int)time;
            int after = Math.Min(before + 1, sequence.FrameCount - 1);
            float share = (float)(time - before);
            Span<Vector2> to = sampled.Frame(i);
            ReadOnlySpan<Vector2> a = sequence.Frame(before);
            ReadOnlySpan<Vector2> b = sequence.Frame(after);
            for (int point = 0; point < to.Length; point++)
            {
                to[point] = Vector2.Lerp(a[point], b[point], share);
            }

            int nearest = share < 0.5f ? before : after;
            sampled.Seen(Side.Left)[i] = sequence.Seen(Side.Left)[nearest];
            sampled.Seen(Side.Right)[i] = sequence.Seen(Side.Right)[nearest];
        }

        return sampled;
    }
}
