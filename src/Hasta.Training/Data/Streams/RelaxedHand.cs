using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data.Streams;

/// <summary>A hand that does nothing: slightly bent fingers next to each other.</summary>
internal static class RelaxedHand
{
    /// <summary>Length of a hand in shoulder widths.</summary>
    private const float Length = 0.45f;

    private const float FingerSpread = 0.16f;

    /// <param name="points">A pose's points; the hand is put at the wrist of its arm.</param>
    /// <param name="side">Which hand.</param>
    /// <param name="direction">From the wrist to the finger tips, of length 1.</param>
    public static void Put(Vector2[] points, Side side, Vector2 direction)
    {
        Vector2 wrist = points[side == Side.Left ? BodyPoints.LeftWrist : BodyPoints.RightWrist];
        var across = new Vector2(-direction.Y, direction.X);
        Span<Vector2> hand = points.AsSpan(BodyPoints.HandOf(side), LandmarkLayout.HandCount);
        hand[HandPoint.Wrist] = wrist;
        for (int point = 1; point < hand.Length; point++)
        {
            (int finger, int joint) = Math.DivRem(point - 1, 4);
            float along = finger == 0 ? 0.2f + (0.13f * joint) : 0.5f + (0.15f * joint);
            hand[point] = wrist + (Length * ((along * direction) + (FingerSpread * (finger - 2) * across)));
        }
    }
}
