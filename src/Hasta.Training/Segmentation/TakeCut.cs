using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Segmentation;

/// <summary>Takes are longer than signs in conversation: a random part of one, at a random tempo.</summary>
internal static class TakeCut
{
    private const int MinFrames = 8;

    /// <returns>40 to 100% of the take, 0.7 to 1.4 times as fast, and in two of five with a movement that it did not have.</returns>
    public static NormalizedSequence Random(NormalizedSequence take, Random random)
    {
        double length = (take.FrameCount - 1) * (0.4 + (0.6 * random.NextDouble()));
        double start = random.NextDouble() * (take.FrameCount - 1 - length);
        int frames = Math.Max(MinFrames, (int)(length * Math.Exp((random.NextDouble() - 0.5) * 0.7)));
        double[] times = [.. Enumerable.Range(0, frames).Select(i => start + (length * i / (frames - 1)))];
        NormalizedSequence cut = Resampling.At(take, times);
        if (random.Next(5) < 2)
        {
            Move(cut, random);
        }

        return cut;
    }

    /// <summary>Few of the takes have large movements, but many signs do: the hands move on a line, or to and fro.</summary>
    private static void Move(NormalizedSequence take, Random random)
    {
        double length = 0.15 + (0.75 * random.NextDouble());
        double angle = random.NextDouble() * 2 * Math.PI;
        double turns = random.Next(2) == 0 ? 0 : 1 + (2 * random.NextDouble());
        int sides = random.Next(3); // left, right or both
        bool isMirrored = random.Next(2) == 0;
        for (int time = 0; time < take.FrameCount; time++)
        {
            double share = time / (double)(take.FrameCount - 1);
            double way = turns == 0 ? (0.5 - (0.5 * Math.Cos(Math.PI * share))) : 0.5 * Math.Sin(2 * Math.PI * turns * share);
            var shift = new Vector2((float)(length * way * Math.Cos(angle)), (float)(length * way * Math.Sin(angle)));
            if (sides != 1)
            {
                Shift(take.Frame(time), Side.Left, shift);
            }

            if (sides != 0)
            {
                Shift(take.Frame(time), Side.Right, isMirrored ? shift * new Vector2(-1, 1) : shift);
            }
        }
    }

    private static void Shift(Span<Vector2> points, Side side, Vector2 shift)
    {
        foreach (ref Vector2 point in points.Slice(BodyPoints.HandOf(side), LandmarkLayout.HandCount))
        {
            point += shift;
        }

        points[side == Side.Left ? BodyPoints.LeftWrist : BodyPoints.RightWrist] += shift;
        points[side == Side.Left ? BodyPoints.LeftElbow : BodyPoints.RightElbow] += shift / 2;
    }
}
