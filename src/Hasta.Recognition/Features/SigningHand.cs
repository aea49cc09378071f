using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>
/// The hand that does more of the sign. Signers use their right or their left for the same gloss, and webcams flip the picture: features are
/// therefore always made with the signing hand on the right, so that a model need not learn every gloss twice.
/// </summary>
internal static class SigningHand
{
    /// <summary>Shoulder widths that a hand travels to weigh as much as being seen throughout half of the clip.</summary>
    private const float Travel = 3;

    private const float MaxTravel = 2;

    /// <returns>The clip itself where its right hand signs, else its mirror image.</returns>
    public static NormalizedSequence OnTheRight(NormalizedSequence body) => Detect(body) == Side.Left ? body.Mirror() : body;

    /// <summary>The right one where both do as much.</summary>
    public static Side Detect(NormalizedSequence body) => Share(body, Side.Left) > Share(body, Side.Right) ? Side.Left : Side.Right;

    /// <summary>0..4: half of it how often the hand is seen, half how far its wrist travels.</summary>
    private static float Share(NormalizedSequence body, Side side)
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
