using System.Numerics;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data.Streams;

/// <summary>Where the hands are between signs: hanging down, in the lap or on the table.</summary>
internal static class RestPose
{
    /// <param name="body">Shows the head and the shoulders.</param>
    /// <param name="random">Chooses the kind of rest and the place.</param>
    public static BodyPose Create(BodyPose body, Random random)
    {
        bool isHanging = random.NextDouble() < 0.5;
        float height = isHanging ? 1.8f + (0.6f * random.NextSingle()) : 1.35f + (0.4f * random.NextSingle());
        float apart = isHanging ? 0.6f + (0.2f * random.NextSingle()) : 0.2f + (0.3f * random.NextSingle());
        BodyPose rest = body;
        foreach (Side side in Enum.GetValues<Side>())
        {
            float outwards = Math.Sign(body.Points[side == Side.Left ? BodyPoints.LeftShoulder : BodyPoints.RightShoulder].X);
            rest = rest.MoveArm(side, new Vector2(outwards * apart, height));
            RelaxedHand.Put(rest.Points, side, isHanging ? Vector2.UnitY : Vector2.Normalize(new Vector2(-outwards, 0.3f)));
        }

        return rest;
    }
}
