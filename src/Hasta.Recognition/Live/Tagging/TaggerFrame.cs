using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Live.Segmentation;

namespace Hasta.Recognition.Live.Tagging;

/// <summary>What the tagger sees of a frame: where both hands are, and their shapes. It needs no face.</summary>
internal static class TaggerFrame
{
    /// <summary>Position (2), whether it is known, whether the hand is detected, 5 finger lengths, direction of the palm (2).</summary>
    private const int HandWidth = 11;

    /// <summary>Values per frame.</summary>
    public const int Width = 2 * HandWidth;

    private const float MaxLength = 4;

    private static readonly int[] Tips =
        [HandPoint.ThumbTip, HandPoint.IndexTip, HandPoint.MiddleTip, HandPoint.RingTip, HandPoint.PinkyTip];

    /// <param name="frame">The frame.</param>
    /// <param name="left">Where its left hand is.</param>
    /// <param name="right">Where its right hand is.</param>
    /// <returns><c>[<see cref="Width"/>]</c>.</returns>
    public static float[] Describe(LandmarkFrame frame, HandMotion left, HandMotion right)
    {
        float[] values = new float[Width];
        Describe(frame.LeftHand, left, values.AsSpan(0, HandWidth));
        Describe(frame.RightHand, right, values.AsSpan(HandWidth));
        return values;
    }

    private static void Describe(ReadOnlySpan<Landmark> hand, HandMotion motion, Span<float> values)
    {
        if (!float.IsNaN(motion.Height))
        {
            Vector2 place = Vector2.Clamp(motion.Position, new Vector2(-MaxLength), new Vector2(MaxLength));
            (values[0], values[1], values[2]) = (place.X, place.Y, 1);
        }

        Vector2 wrist = At(hand[HandPoint.Wrist]);
        Vector2 palm = At(hand[HandPoint.MiddleMcp]) - wrist;
        float size = palm.Length();
        if (size > 0)
        {
            values[3] = 1;
            for (int finger = 0; finger < Tips.Length; finger++)
            {
                values[4 + finger] = float.MinNumber(MaxLength, Vector2.Distance(At(hand[Tips[finger]]), wrist) / size);
            }

            (values[9], values[10]) = (palm.X / size, palm.Y / size);
        }
    }

    private static Vector2 At(Landmark point) => new(point.X, point.Y);
}
