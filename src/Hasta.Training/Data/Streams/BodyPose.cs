using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data.Streams;

/// <summary>A signer at one moment, in the signer's coordinate system (see <see cref="NormalizedSequence"/>).</summary>
/// <param name="Points"><c>[<see cref="BodyPoints.Count"/>]</c>.</param>
/// <param name="HasLeft">Whether a tracker finds the left hand.</param>
/// <param name="HasRight">The same for the right hand.</param>
internal sealed record BodyPose(Vector2[] Points, bool HasLeft, bool HasRight)
{
    /// <summary>A frame of a clip. A hand that is never seen is put where the pose's wrist is.</summary>
    public static BodyPose At(NormalizedSequence clip, int time)
    {
        Vector2[] points = [.. clip.Frame(time)];
        foreach (Side side in Enum.GetValues<Side>())
        {
            if (!clip.Seen(side).Contains(true))
            {
                RelaxedHand.Put(points, side, Vector2.UnitY);
            }
        }

        return new BodyPose(points, clip.Seen(Side.Left)[time], clip.Seen(Side.Right)[time]);
    }

    public bool Has(Side side) => side == Side.Left ? HasLeft : HasRight;

    public Vector2 Wrist(Side side) => Points[WristOf(side)];

    /// <param name="to">The pose at <paramref name="share"/> 1.</param>
    /// <param name="share">0..1. Hands are visible as in the nearer pose.</param>
    public BodyPose Lerp(BodyPose to, float share)
    {
        var points = new Vector2[Points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = Vector2.Lerp(Points[i], to.Points[i], share);
        }

        BodyPose nearer = share < 0.5f ? this : to;
        return new BodyPose(points, nearer.HasLeft, nearer.HasRight);
    }

    /// <returns>The pose with one arm moved so that its wrist is at <paramref name="wrist"/>; the hand keeps its shape.</returns>
    public BodyPose MoveArm(Side side, Vector2 wrist)
    {
        Vector2[] points = [.. Points];
        Vector2 change = wrist - points[BodyPoints.HandOf(side)];
        int shoulder = side == Side.Left ? BodyPoints.LeftShoulder : BodyPoints.RightShoulder;
        points[WristOf(side)] = wrist;
        points[shoulder + 2] = Elbow(points[shoulder], wrist);
        foreach (ref Vector2 point in points.AsSpan(BodyPoints.HandOf(side), LandmarkLayout.HandCount))
        {
            point += change;
        }

        return new BodyPose(points, side == Side.Left || HasLeft, side == Side.Right || HasRight);
    }

    private static int WristOf(Side side) => side == Side.Left ? BodyPoints.LeftWrist : BodyPoints.RightWrist;

    /// <summary>Half-way, but no higher than a third of the upper arm below the shoulder, and outwards: arms do not stretch.</summary>
    private static Vector2 Elbow(Vector2 shoulder, Vector2 wrist) =>
        new(((shoulder.X + wrist.X) / 2) + (0.25f * Math.Sign(shoulder.X)), Math.Max((shoulder.Y + wrist.Y) / 2, 0.35f) + 0.2f);
}
