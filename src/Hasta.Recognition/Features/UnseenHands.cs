using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// A clip as its detections alone show it: a hand is 0 in each frame in which it was not seen. Where people hold hands that nobody sees is
/// a guess, and on other people's recordings the guess does more harm than the gap.
/// </summary>
internal static class UnseenHands
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

    /// <summary>Whether what is known of a point in that frame was seen there: always so for the upper body.</summary>
    public static bool IsSeen(NormalizedSequence body, int point, int time) =>
        point < BodyPoints.LeftHand || body.Seen(point < BodyPoints.RightHand ? Side.Left : Side.Right)[time];
}
