using System.Numerics;

namespace Hasta.Datasets.Synthetic.Body;

/// <summary>A shoulder, an elbow and a wrist.</summary>
internal static class Arm
{
    private const float NearlyStraight = 0.985f;

    /// <summary>Solves for the elbow by the law of cosines, so that the wrist is at <paramref name="target"/>.</summary>
    /// <param name="shoulder">The shoulder joint.</param>
    /// <param name="target">The target position of the wrist; if the arm is too short, the wrist stops on the way there.</param>
    /// <param name="body">The lengths of upper arm and forearm.</param>
    /// <param name="elbowSide">The direction of the elbow, any length.</param>
    public static (Vector3 Elbow, Vector3 Wrist) Reach(Vector3 shoulder, Vector3 target, SignerBody body, Vector3 elbowSide)
    {
        Vector3 path = target - shoulder;
        Vector3 along = Vector3.Normalize(path);
        float shortest = MathF.Abs(body.UpperArm - body.Forearm) + 0.05f;
        float distance = Math.Clamp(path.Length(), shortest, NearlyStraight * (body.UpperArm + body.Forearm));
        float foot = ((body.UpperArm * body.UpperArm) - (body.Forearm * body.Forearm) + (distance * distance)) / (2 * distance);
        float height = MathF.Sqrt(MathF.Max(0, (body.UpperArm * body.UpperArm) - (foot * foot)));
        Vector3 aside = Vector3.Normalize(elbowSide - (Vector3.Dot(elbowSide, along) * along));
        return (shoulder + (foot * along) + (height * aside), shoulder + (distance * along));
    }
}
