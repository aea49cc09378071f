using System.Numerics;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data.Streams;

/// <summary>How hands travel from one pose to another: the minimum-jerk profile of human reaching (Flash and Hogan 1985).</summary>
internal static class Transition
{
    /// <param name="from">The first pose.</param>
    /// <param name="to">The last pose.</param>
    /// <param name="haste">1 for usual speed; 1.25 is a quarter faster.</param>
    /// <returns>Seconds: 0.25, and 0.17 per shoulder width of the hand that travels further.</returns>
    public static double Seconds(BodyPose from, BodyPose to, double haste)
    {
        double distance = Enum.GetValues<Side>().Max(side => Vector2.Distance(from.Wrist(side), to.Wrist(side)));
        return Math.Min(1.2, 0.25 + (0.17 * distance)) / haste;
    }

    /// <param name="from">The pose at <paramref name="share"/> 0.</param>
    /// <param name="to">The pose at <paramref name="share"/> 1.</param>
    /// <param name="share">0..1 of the time.</param>
    public static BodyPose At(BodyPose from, BodyPose to, double share) =>
        from.Lerp(to, (float)(share * share * share * (10 + (share * (-15 + (6 * share))))));
}
