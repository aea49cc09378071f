using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Reduces a clip to its detections: a hand is 0 in each frame in which it was not detected. The position of an undetected hand is a
/// guess, and on recordings of new signers the guess does more harm than the gap.
/// </summary>
internal static class UndetectedHands
{
    /// <returns>A copy.</returns>
    public static NormalizedSequence Clear(NormalizedSequence body)
    {
        NormalizedSequence seen = body.Copy();
        for (int time = 0; time < seen.FrameCount; time++)
        {
            foreach (Side side in Enum.GetValues<Side>())
            {
                if (!seen.Seen(side)[time])
                {
                    seen.Frame(time).Slice(BodyPoints.HandOf(side), LandmarkLayout.HandCount).Clear();
                }
            }
        }

        return seen;
    }

    /// <summary>Whether the point was detected in the frame; always true for the upper body.</summary>
    public static bool IsDetected(NormalizedSequence body, int point, int time) =>
        point < BodyPoints.LeftHand || body.Seen(point < BodyPoints.RightHand ? Side.Left : Side.Right)[time];
}
