using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>
/// The hand that does more of the sign. Signers use either hand for the same gloss, and webcams may flip the video. Features are
/// therefore always computed with the signing hand on the right, so that a model need not learn every gloss twice.
/// </summary>
internal static class SigningHand
{
    /// <summary>The travel, in shoulder widths, that weighs as much as being detected in half of the clip.</summary>
    private const float Travel = 3;

    private const float MaxTravel = 2;

    /// <returns>The clip itself if its right hand signs, otherwise its mirror image.</returns>
    public static NormalizedSequence OnTheRight(NormalizedSequence body) => Detect(body) == Side.Left ? body.Mirror() : body;

    /// <summary>Returns the right hand if both do the same amount.</summary>
    public static Side Detect(NormalizedSequence body) => Score(body, Side.Left) > Score(body, Side.Right) ? Side.Left : Side.Right;

    /// <summary>0..4: up to 2 for how often the hand is detected, up to 2 for how far its wrist travels.</summary>
    private static float Score(NormalizedSequence body, Side side)
    {
        int wrist = BodyPoints.HandOf(side);
        float path = 0;
        for (int time = 1; time < body.FrameCount; time++)
        {
            path += Vector2.Distance(body.Frame(time)[wrist], body.Frame(time - 1)[wrist]);
        }

        return (2f * body.Seen(side).Count(true) / body.FrameCount) + Math.Min(MaxTravel, path / Travel);
    }
}
