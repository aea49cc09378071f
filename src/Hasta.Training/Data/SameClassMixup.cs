using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>Blends two clips of one gloss, as if signed by someone between the two signers.</summary>
internal static class SameClassMixup
{
    private static readonly (int Start, int Count, Side? Hand)[] Parts =
    [
        (0, BodyPoints.LeftHand, null),
        (BodyPoints.LeftHand, LandmarkLayout.HandCount, Side.Left),
        (BodyPoints.RightHand, LandmarkLayout.HandCount, Side.Right),
    ];

    /// <param name="clip">The clip to blend; its length, tempo and detected hands are kept.</param>
    /// <param name="other">
    /// Another clip of the same gloss; resampled to the clip's length, and mirrored if the signing hands differ.
    /// </param>
    /// <param name="share">Weight of the other clip, 0..1.</param>
    public static NormalizedSequence Mix(NormalizedSequence clip, NormalizedSequence other, float share)
    {
        NormalizedSequence sameHand = SigningHand.Detect(clip) == SigningHand.Detect(other) ? other : other.Mirror();
        NormalizedSequence partner = Resampling.To(sameHand, clip.FrameCount);
        NormalizedSequence blend = clip.Copy();
        bool IsInBoth(Side? hand) => hand is not { } side || (IsSeen(clip, side) && IsSeen(partner, side));
        foreach ((int start, int count, _) in Parts.Where(part => IsInBoth(part.Hand)))
        {
            for (int time = 0; time < clip.FrameCount; time++)
            {
                Span<Vector2> points = blend.Frame(time).Slice(start, count);
                ReadOnlySpan<Vector2> from = partner.Frame(time).Slice(start, count);
                for (int point = 0; point < count; point++)
                {
                    points[point] = Vector2.Lerp(points[point], from[point], share);
                }
            }
        }

        return blend;
    }

    private static bool IsSeen(NormalizedSequence clip, Side hand) => clip.Seen(hand).Contains(true);
}
