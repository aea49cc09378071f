using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Corrects clips in which the right hand is called left and the left hand right. Programs that find hands without the body label them as
/// in a mirror; the body's wrists show which is which. The landmarks of INCLUDE that the shipped model is trained on are such clips.
/// </summary>
internal static class SwappedHands
{
    /// <summary>
    /// Hands are swapped if they are this much nearer to the other wrist. Chosen on 16 sources: 406 of INCLUDE's 416 clips are nearer than
    /// half, none of 7,000 others is nearer than 0.56, not even where the hands touch or cross.
    /// </summary>
    private const float MaxRatio = 0.5f;

    private const int MinFrames = 3;

    /// <param name="tracks"><c>[time, <see cref="BodyPoints.Count"/>]</c>, flattened, NaN where missing; changed in place.</param>
    /// <param name="leftSeen"><c>[time]</c>: whether the left hand was detected; changed in place.</param>
    /// <param name="rightSeen"><c>[time]</c>: the same for the right hand.</param>
    public static void Correct(Span<Vector2> tracks, Span<bool> leftSeen, Span<bool> rightSeen)
    {
        (float own, float other, int hands) = (0, 0, 0);
        for (int time = 0; time < leftSeen.Length; time++)
        {
            ReadOnlySpan<Vector2> points = tracks.Slice(time * BodyPoints.Count, BodyPoints.Count);
            Vector2 left = points[BodyPoints.LeftWrist];
            Vector2 right = points[BodyPoints.RightWrist];
            if (!float.IsFinite(left.X + right.X))
            {
                continue;
            }

            if (leftSeen[time])
            {
                own += Vector2.Distance(points[BodyPoints.LeftHand], left);
                other += Vector2.Distance(points[BodyPoints.LeftHand], right);
                hands++;
            }

            if (rightSeen[time])
            {
                own += Vector2.Distance(points[BodyPoints.RightHand], right);
                other += Vector2.Distance(points[BodyPoints.RightHand], left);
                hands++;
            }
        }

        if (hands >= MinFrames && other < MaxRatio * own)
        {
            Swap(tracks, leftSeen, rightSeen);
        }
    }

    private static void Swap(Span<Vector2> tracks, Span<bool> leftSeen, Span<bool> rightSeen)
    {
        for (int time = 0; time < leftSeen.Length; time++)
        {
            (leftSeen[time], rightSeen[time]) = (rightSeen[time], leftSeen[time]);
            Span<Vector2> points = tracks.Slice(time * BodyPoints.Count, BodyPoints.Count);
            for (int i = 0; i < LandmarkLayout.HandCount; i++)
            {
                ref Vector2 left = ref points[BodyPoints.LeftHand + i];
                ref Vector2 right = ref points[BodyPoints.RightHand + i];
                (left, right) = (right, left);
            }
        }
    }
}
