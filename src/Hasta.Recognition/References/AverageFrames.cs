using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.References;

/// <summary>One round of averaging: the means of the frames that takes have where the current average has its.</summary>
internal sealed class AverageFrames
{
    /// <summary>Index of the middle finger's knuckle in a hand: its distance from the wrist is the hand's size.</summary>
    private const int Knuckle = 9;

    /// <summary>A hand is shown where takes show it with at least this share of the weight.</summary>
    private const float MinSeen = 0.4f;

    private const float MaxGrowth = 1.6f;

    private readonly NormalizedSequence sums;
    private readonly float[] weights;
    private readonly float[,] seen;
    private readonly float[,] sizes;

    private AverageFrames(int frames)
    {
        sums = new NormalizedSequence(new Vector2[frames * BodyPoints.Count], new bool[frames], new bool[frames]);
        weights = new float[frames];
        seen = new float[frames, 2];
        sizes = new float[frames, 2];
    }

    /// <param name="average">The average so far.</param>
    /// <param name="takes">Every signer counts the same.</param>
    public static NormalizedSequence Compute(NormalizedSequence average, IReadOnlyList<(string Signer, NormalizedSequence Take)> takes)
    {
        var counts = takes.CountBy(take => take.Signer).ToDictionary();
        var next = new AverageFrames(average.FrameCount);
        foreach ((string signer, NormalizedSequence take) in takes)
        {
            foreach (IGrouping<int, (int A, int B)> frame in FrameAlignment.Align(average, take).Path.GroupBy(pair => pair.A))
            {
                float weight = 1f / counts[signer] / frame.Count();
                foreach ((int to, int from) in frame)
                {
                    next.Add(to, take, from, weight);
                }
            }
        }

        return next.Finish();
    }

    private void Add(int to, NormalizedSequence take, int from, float weight)
    {
        Span<Vector2> sum = sums.Frame(to);
        ReadOnlySpan<Vector2> points = take.Frame(from);
        weights[to] += weight;
        for (int point = 0; point < BodyPoints.LeftHand; point++)
        {
            sum[point] += weight * points[point];
        }

        foreach (Side side in Enum.GetValues<Side>())
        {
            if (!take.Seen(side)[from])
            {
                continue;
            }

            int hand = BodyPoints.HandOf(side);
            seen[to, (int)side] += weight;
            sizes[to, (int)side] += weight * Vector2.Distance(points[hand], points[hand + Knuckle]);
            for (int point = hand; point < hand + LandmarkLayout.HandCount; point++)
            {
                sum[point] += weight * points[point];
            }
        }
    }

    private NormalizedSequence Finish()
    {
        for (int time = 0; time < weights.Length; time++)
        {
            Span<Vector2> points = sums.Frame(time);
            for (int point = 0; point < BodyPoints.LeftHand; point++)
            {
                points[point] /= weights[time];
            }

            foreach (Side side in Enum.GetValues<Side>())
            {
                float weight = seen[time, (int)side];
                sums.Seen(side)[time] = weight >= MinSeen * weights[time];
                if (weight > 0)
                {
                    FinishHand(points.Slice(BodyPoints.HandOf(side), LandmarkLayout.HandCount), weight, sizes[time, (int)side] / weight);
                }
            }
        }

        return sums;
    }

    /// <summary>Means of points that differ are nearer to each other than the points were: the hand gets its size back.</summary>
    private static void FinishHand(Span<Vector2> hand, float weight, float size)
    {
        foreach (ref Vector2 point in hand)
        {
            point /= weight;
        }

        float growth = Math.Clamp(size / Vector2.Distance(hand[0], hand[Knuckle]), 1, MaxGrowth);
        for (int point = 1; point < hand.Length; point++)
        {
            hand[point] = hand[0] + (growth * (hand[point] - hand[0]));
        }
    }
}
