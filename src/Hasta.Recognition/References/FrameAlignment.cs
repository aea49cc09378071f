using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.References;

/// <summary>
/// Dynamic time warping of two clips (Sakoe and Chiba 1978): each frame of one is matched with similar frames of the other, in order.
/// </summary>
internal static class FrameAlignment
{
    /// <summary>What a hand costs that only one of two frames shows, in squared shoulder widths.</summary>
    private const float OneSided = 0.1f;

    /// <returns>The mean cost of the matched frames, and their times in both clips.</returns>
    public static (float Cost, IReadOnlyList<(int A, int B)> Path) Align(NormalizedSequence a, NormalizedSequence b)
    {
        int width = b.FrameCount;
        float[] sums = new float[a.FrameCount * width];
        for (int i = 0; i < a.FrameCount; i++)
        {
            for (int j = 0; j < width; j++)
            {
                float before = (i, j) switch
                {
                    (0, 0) => 0,
                    (0, _) => sums[j - 1],
                    (_, 0) => sums[(i - 1) * width],
                    _ => Math.Min(sums[((i - 1) * width) + j - 1], Math.Min(sums[((i - 1) * width) + j], sums[(i * width) + j - 1])),
                };
                sums[(i * width) + j] = before + Cost(a, i, b, j);
            }
        }

        List<(int A, int B)> path = TraceBack(sums, a.FrameCount, width);
        return (sums[^1] / path.Count, path);
    }

    private static List<(int A, int B)> TraceBack(float[] sums, int height, int width)
    {
        var path = new List<(int A, int B)>();
        (int i, int j) = (height - 1, width - 1);
        while (true)
        {
            path.Add((i, j));
            if (i == 0 && j == 0)
            {
                path.Reverse();
                return path;
            }

            float diagonal = i > 0 && j > 0 ? sums[((i - 1) * width) + j - 1] : float.PositiveInfinity;
            float up = i > 0 ? sums[((i - 1) * width) + j] : float.PositiveInfinity;
            float left = j > 0 ? sums[(i * width) + j - 1] : float.PositiveInfinity;
            if (diagonal <= up && diagonal <= left)
            {
                (i, j) = (i - 1, j - 1);
            }
            else if (up <= left)
            {
                i--;
            }
            else
            {
                j--;
            }
        }
    }

    /// <summary>Mean squared distances of the arms, and of the hands that both frames show.</summary>
    private static float Cost(NormalizedSequence a, int i, NormalizedSequence b, int j)
    {
        ReadOnlySpan<Vector2> one = a.Frame(i);
        ReadOnlySpan<Vector2> other = b.Frame(j);
        float cost = Distance(one, other, BodyPoints.LeftElbow, 1 + BodyPoints.RightWrist - BodyPoints.LeftElbow);
        foreach (Side side in Enum.GetValues<Side>())
        {
            cost += (a.Seen(side)[i], b.Seen(side)[j]) switch
            {
                (true, true) => Distance(one, other, BodyPoints.HandOf(side), LandmarkLayout.HandCount),
                (false, false) => 0,
                _ => OneSided,
            };
        }

        return cost;
    }

    private static float Distance(ReadOnlySpan<Vector2> a, ReadOnlySpan<Vector2> b, int start, int count)
    {
        float sum = 0;
        for (int point = start; point < start + count; point++)
        {
            sum += Vector2.DistanceSquared(a[point], b[point]);
        }

        return sum / count;
    }
}
