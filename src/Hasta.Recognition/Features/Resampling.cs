using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>Resampling in time, straight between frames.</summary>
internal static class Resampling
{
    /// <summary>The first and last frames stay; a sequence of that length already is returned as it is.</summary>
    public static NormalizedSequence To(NormalizedSequence sequence, int frames)
    {
        if (frames == sequence.FrameCount)
        {
            return sequence;
        }

        double step = frames > 1 ? (sequence.FrameCount - 1) / (double)(frames - 1) : 0;
        return At(sequence, [.. Enumerable.Range(0, frames).Select(i => i * step)]);
    }

    /// <param name="sequence">What to sample.</param>
    /// <param name="times">Where, in frames; outside the sequence its ends are held.</param>
    public static NormalizedSequence At(NormalizedSequence sequence, ReadOnlySpan<double> times)
    {
        var sampled = new NormalizedSequence(new Vector2[times.Length * BodyPoints.Count], new bool[times.Length], new bool[times.Length]) { View = sequence.View?.At(times) };
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
