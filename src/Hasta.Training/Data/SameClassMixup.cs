using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>Two clips of one gloss -> a clip between them, as someone between the two signers would sign it.</summary>
internal static class SameClassMixup
{
    private static readonly (int Start, int Count, Side? Hand)[] Parts =
    [
        (0, BodyPoints.LeftHand, null),
        (BodyPoints.LeftHand, LandmarkLayout.HandCount, Side.Left),
        (BodyPoints.RightHand, LandmarkLayout.HandCount, Side.Right),
    ];

    /// <param name="clip">What is blended; its length, its tempo and the hands seen in it stay.</param>
    /// <param name="other">Of the same gloss; stretched to the clip's length, and mirrored where the other hand signs.</param>
    /// <param name="share">How much the other counts, 0..1.</param>
    public static NormalizedSequence Mix(NormalizedSequence clip, NormalizedSequence other, float share)
    {
        NormalizedSequence partner = Resampling.To(SigningHand.Detect(clip) == SigningHand.Detect(other) ? other : other.Mirror(), clip.FrameCount);
        NormalizedSequence blend = clip.Copy();
        foreach ((int start, int count, _) in Parts.Where(part => part.Hand is not { } hand || (IsSeen(clip, hand) && IsSeen(partner, hand))))
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
