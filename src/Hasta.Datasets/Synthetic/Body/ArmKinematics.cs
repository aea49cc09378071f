using System.Numerics;
using Hasta.Datasets.Synthetic.Signs;
using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic.Body;

/// <summary>One side of the body: the pose landmarks of an arm and the landmarks of its hand.</summary>
internal sealed record ArmKinematics
{
    private ArmKinematics()
    {
    }

    /// <summary>The signer's left, on the right of the frame.</summary>
    public static ArmKinematics Left { get; } = new()
    {
        Mirror = 1,
        Shoulder = LandmarkLayout.LeftShoulder,
        Elbow = LandmarkLayout.LeftElbow,
        Wrist = LandmarkLayout.LeftWrist,
        Pinky = LandmarkLayout.LeftPinky,
        Index = LandmarkLayout.LeftIndex,
        Thumb = LandmarkLayout.LeftThumb,
        Hand = LandmarkLayout.LeftHandStart,
    };

    /// <summary>The signer's right, on the left of the frame.</summary>
    public static ArmKinematics Right { get; } = new()
    {
        Mirror = -1,
        Shoulder = LandmarkLayout.RightShoulder,
        Elbow = LandmarkLayout.RightElbow,
        Wrist = LandmarkLayout.RightWrist,
        Pinky = LandmarkLayout.RightPinky,
        Index = LandmarkLayout.RightIndex,
        Thumb = LandmarkLayout.RightThumb,
        Hand = LandmarkLayout.RightHandStart,
    };

    /// <summary>The sign of x between the arm's axes and the frame's.</summary>
    public required float Mirror { get; init; }

    public required int Shoulder { get; init; }

    public required int Elbow { get; init; }

    public required int Wrist { get; init; }

    public required int Pinky { get; init; }

    public required int Index { get; init; }

    public required int Thumb { get; init; }

    /// <summary>Index of the hand's first landmark.</summary>
    public required int Hand { get; init; }

    /// <summary>Writes the arm and its hand to <paramref name="points"/>, in the frame's axes.</summary>
    public static void Place(ArmTarget plan, SignerBody body, ArmKinematics limb, Vector3[] points)
    {
        var shoulder = new Vector3(0.5f, 0, 0);
        (Vector3 elbow, Vector3 wrist) = Arm.Reach(shoulder, plan.Hand.Wrist, body, plan.ElbowSide);
        Vector3[] hand =
        [
            .. HandSkeleton.Points(plan.Hand.Shape).Select(point => wrist + (body.Hand * HandTarget.Place(point, plan.Hand.Turn))),
        ];
        points[limb.Shoulder] = limb.ToFrame(shoulder);
        points[limb.Elbow] = limb.ToFrame(elbow);
        points[limb.Wrist] = limb.ToFrame(wrist);
        points[limb.Pinky] = limb.ToFrame(hand[HandPoint.PinkyMcp]);
        points[limb.Index] = limb.ToFrame(hand[HandPoint.IndexMcp]);
        points[limb.Thumb] = limb.ToFrame(hand[HandPoint.ThumbMcp]);
        for (int i = 0; i < hand.Length; i++)
        {
            points[limb.Hand + i] = limb.ToFrame(hand[i]);
        }
    }

    private Vector3 ToFrame(Vector3 point) => point with { X = Mirror * point.X };
}
