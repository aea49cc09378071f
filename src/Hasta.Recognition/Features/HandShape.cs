using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>A hand relative to its wrist, in units of its own size: the shape without the position.</summary>
internal static class HandShape
{
    /// <summary>Both hands: 20 points without the wrist, x and y.</summary>
    public const int Count = 2 * 2 * (LandmarkLayout.HandCount - 1);

    /// <summary>
    /// Wrist to middle knuckle plus index to little knuckle, averaged over the frames that show the hand; 0 for a hand that is never
    /// detected.
    /// </summary>
    public static float Size(NormalizedSequence body, Side side)
    {
        int hand = BodyPoints.HandOf(side);
        float sum = 0;
        for (int time = 0; time < body.FrameCount; time++)
        {
            ReadOnlySpan<Vector2> points = body.Frame(time).Slice(hand, LandmarkLayout.HandCount);
            sum += Vector2.Distance(points[HandPoint.Wrist], points[HandPoint.MiddleMcp])
                + Vector2.Distance(points[HandPoint.IndexMcp], points[HandPoint.PinkyMcp]);
        }

        return sum / Math.Max(1, body.Seen(side).Count(true));
    }

    public static void Write(ref FeatureWriter writer, ReadOnlySpan<Vector2> hand, float size)
    {
        float scale = size > 0 ? 1 / size : 0;
        for (int point = 1; point < hand.Length; point++)
        {
            writer.Add((hand[point] - hand[HandPoint.Wrist]) * scale);
        }
    }
}
