using System.Numerics;
using Hasta.Datasets.Synthetic.Body;
using Hasta.Datasets.Synthetic.Signers;
using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic.Signs;

/// <summary>
/// The target of a hand in the arm's axes: x away from the middle of the body, y down, z away from the camera, origin midway between the
/// shoulders, unit one shoulder width. Both arms use the same axes, so the left is the mirror image of the right.
/// </summary>
internal readonly record struct HandTarget(Vector3 Wrist, Quaternion Turn, HandShape Shape)
{
    public static HandTarget Resting(SignerBody body, RestPlace rest) => rest switch
    {
        RestPlace.Sides => new(
            new(0.6f, body.UpperArm + (0.9f * body.Forearm), -0.1f), Facing(new(0.05f, 1, 0), new(-1, 0, 0)), HandShape.Relaxed),
        RestPlace.Lap => new(
            new(0.25f, 0.95f * body.Torso, -0.5f), Facing(new(-0.45f, 0.6f, -0.6f), new(0, 0.8f, 0.5f)), HandShape.Relaxed),
        _ => new(new(0.3f, 0.75f * body.Torso, -0.35f), Facing(new(-1, 0.15f, -0.1f), new(0, 0.3f, 1)), HandShape.Relaxed),
    };

    /// <param name="action">What the hand does.</param>
    /// <param name="signer">Whose hand it is.</param>
    /// <param name="fraction">0..1 of the stroke.</param>
    public static HandTarget Signing(HandAction action, SyntheticSigner signer, float fraction)
    {
        HandShape shape = HandShape.Between(action.ShapeAt(fraction), HandShape.Relaxed, signer.Habits.Laxness);
        Quaternion turn = Facing(action.Fingers, action.Palm)
            * Quaternion.CreateFromAxisAngle(Vector3.UnitY, action.TwistAt(fraction));
        Vector3 contact = Place(ContactPoint(action.Contact, HandSkeleton.Points(action.Shape)), turn) * signer.Body.Hand;
        Vector3 target = Locate(action.Place, signer.Body) + action.Shift
            + (signer.Habits.Amplitude * action.Movement.At(fraction)) + signer.Habits.Shift;
        return new(target - contact, turn, shape);
    }

    public static HandTarget Between(HandTarget from, HandTarget to, float fraction) => new(
        Vector3.Lerp(from.Wrist, to.Wrist, fraction),
        Quaternion.Slerp(from.Turn, to.Turn, fraction),
        HandShape.Between(from.Shape, to.Shape, fraction));

    /// <summary>
    /// A point of the hand relative to the wrist: the skeleton is a right hand and these axes are a left hand's, hence the sign of x.
    /// </summary>
    public static Vector3 Place(Vector3 point, Quaternion turn) => Vector3.Transform(point with { X = -point.X }, turn);

    private static Quaternion Facing(Vector3 fingers, Vector3 palm)
    {
        Vector3 y = Vector3.Normalize(fingers);
        Vector3 z = Vector3.Normalize(palm - (Vector3.Dot(palm, y) * y));
        Vector3 x = Vector3.Cross(y, z);
        return Quaternion.CreateFromRotationMatrix(new(x.X, x.Y, x.Z, 0, y.X, y.Y, y.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1));
    }

    private static Vector3 ContactPoint(HandContact contact, Vector3[] points) => contact switch
    {
        HandContact.IndexTip => points[HandPoint.IndexTip],
        HandContact.MiddleTip => points[HandPoint.MiddleTip],
        HandContact.ThumbTip => points[HandPoint.ThumbTip],
        _ => new(0, 0.35f, 0.08f),
    };

    private static Vector3 Locate(BodyPlace place, SignerBody body) => place switch
    {
        BodyPlace.Temple => new(0.26f, -1.2f * body.Neck, -0.15f),
        BodyPlace.Mouth => new(0.04f, -0.82f * body.Neck, -0.38f),
        BodyPlace.Chin => new(0.05f, -0.65f * body.Neck, -0.36f),
        BodyPlace.Chest => new(0.08f, 0.3f * body.Torso, -0.28f),
        BodyPlace.BesideShoulder => new(0.62f, 0, -0.4f),
        _ => new(0.05f, 0.5f * body.Torso, -0.5f),
    };
}
