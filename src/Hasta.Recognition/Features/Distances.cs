using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Distances of wrists and finger tips to face, shoulders and the other hand, in shoulder widths; 0 for a hand that is not detected.
/// </summary>
internal static class Distances
{
    private const int Targets = 6;

    private static readonly int[] HandPoints =
        [HandPoint.Wrist, HandPoint.ThumbTip, HandPoint.IndexTip, HandPoint.MiddleTip, HandPoint.RingTip, HandPoint.PinkyTip];

    /// <summary>6 points of each hand to 6 targets, and to the 6 points of the other hand.</summary>
    public const int Count = (2 * 6 * Targets) + (6 * 6);

    public static void Write(ref FeatureWriter writer, ReadOnlySpan<Vector2> points, bool hasLeft, bool hasRight)
    {
        ReadOnlySpan<Vector2> targets =
        [
            points[BodyPoints.Nose], points[BodyPoints.LeftEar], points[BodyPoints.RightEar],
            (points[BodyPoints.MouthLeft] + points[BodyPoints.MouthRight]) / 2,
            points[BodyPoints.LeftShoulder], points[BodyPoints.RightShoulder],
        ];
        WriteHand(ref writer, points, targets, BodyPoints.LeftHand, hasLeft);
        WriteHand(ref writer, points, targets, BodyPoints.RightHand, hasRight);
        foreach (int left in HandPoints)
        {
            foreach (int right in HandPoints)
            {
                writer.Add(hasLeft && hasRight
                    ? Vector2.Distance(points[BodyPoints.LeftHand + left], points[BodyPoints.RightHand + right])
                    : 0);
            }
        }
    }

    private static void WriteHand(
        ref FeatureWriter writer, ReadOnlySpan<Vector2> points, scoped ReadOnlySpan<Vector2> targets, int hand, bool isSeen)
    {
        foreach (int point in HandPoints)
        {
            foreach (Vector2 target in targets)
            {
                writer.Add(isSeen ? Vector2.Distance(points[hand + point], target) : 0);
            }
        }
    }
}
