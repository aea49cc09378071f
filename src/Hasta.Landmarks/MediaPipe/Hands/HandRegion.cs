using System.Numerics;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Computes the region of a hand in four ways, each with the fingers up.</summary>
internal static class HandRegion
{
    private const float PoseMargin = 2.7f;
    private const float PalmMargin = 2.6f;
    private const float PalmShiftY = -0.5f;
    private const float TrackMargin = 2;
    private const float ShiftY = -0.1f;

    /// <summary>The points of wrist and palm, and each finger's two lowest joints, that bound a hand.</summary>
    private static readonly int[] Bounding =
    [
        HandPoint.Wrist, HandPoint.ThumbCmc, HandPoint.ThumbMcp, HandPoint.ThumbIp, HandPoint.IndexMcp, HandPoint.IndexPip,
        HandPoint.MiddleMcp, HandPoint.MiddlePip, HandPoint.RingMcp, HandPoint.RingPip, HandPoint.PinkyMcp, HandPoint.PinkyPip,
    ];

    /// <summary>A generous first estimate around the knuckle of the middle finger, which is between the pose's index and pinky.</summary>
    /// <remarks>MediaPipe's HandDetectionsFromPoseToRectsCalculator and hand_landmarks_from_pose_to_recrop_roi.pbtxt.</remarks>
    public static RotatedRegion FromPose(Landmark wrist, Landmark pinky, Landmark index)
    {
        var middle = new Landmark((2 * index.X + pinky.X) / 3, (2 * index.Y + pinky.Y) / 3, 0, 1);
        float side = 2 * float.Hypot(middle.X - wrist.X, middle.Y - wrist.Y);
        float rotation = RotatedRegion.Rotate(wrist, middle, MathF.PI / 2);
        return new RotatedRegion(middle.X, middle.Y, side, side, rotation).ToSquare(PoseMargin, ShiftY);
    }

    /// <summary>From the palm that a detector found, wrist included.</summary>
    /// <param name="palm">The box of the palm, in pixels.</param>
    /// <param name="wrist">The center of the wrist, in pixels.</param>
    /// <param name="knuckle">The knuckle of the middle finger, in pixels.</param>
    /// <remarks>MediaPipe's modules/hand_landmark/palm_detection_detection_to_roi.pbtxt.</remarks>
    public static RotatedRegion FromPalm(Box palm, Landmark wrist, Landmark knuckle) =>
        RotatedRegion.Over(palm, RotatedRegion.Rotate(wrist, knuckle, MathF.PI / 2)).ToSquare(PalmMargin, PalmShiftY);

    /// <summary>From the two points of the re-crop network: the hand's center and a point below it on its circle.</summary>
    /// <remarks>MediaPipe's hand_recrop_by_roi_gpu.pbtxt.</remarks>
    public static RotatedRegion FromRecrop(Landmark center, Landmark rim) =>
        RotatedRegion.Around(center, rim, -MathF.PI / 2).ToSquare(1, ShiftY);

    /// <summary>From a hand's 21 points in the previous frame.</summary>
    /// <remarks>MediaPipe's HandLandmarksToRectCalculator and hand_landmarks_to_roi.pbtxt.</remarks>
    public static RotatedRegion FromLandmarks(ReadOnlySpan<Landmark> hand)
    {
        float rotation = RotatedRegion.Rotate(hand[HandPoint.Wrist], CenterOfKnuckles(hand), MathF.PI / 2);
        var turn = Matrix3x2.CreateRotation(rotation);
        var back = Matrix3x2.CreateRotation(-rotation);
        var from = new Vector2(float.PositiveInfinity);
        var to = new Vector2(float.NegativeInfinity);
        foreach (int point in Bounding)
        {
            var upright = Vector2.Transform(new Vector2(hand[point].X, hand[point].Y), back);
            from = Vector2.Min(from, upright);
            to = Vector2.Max(to, upright);
        }

        var center = Vector2.Transform((from + to) / 2, turn);
        return new RotatedRegion(center.X, center.Y, to.X - from.X, to.Y - from.Y, rotation).ToSquare(TrackMargin, ShiftY);
    }

    /// <summary>
    /// The middle finger's knuckle has the weight of its two neighbours together. (The calculator calls these points PIP joints, but its
    /// indices are those of MCP joints.)
    /// </summary>
    private static Landmark CenterOfKnuckles(ReadOnlySpan<Landmark> hand)
    {
        var (index, middle, ring) = (hand[HandPoint.IndexMcp], hand[HandPoint.MiddleMcp], hand[HandPoint.RingMcp]);
        return new Landmark(((index.X + ring.X) / 2 + middle.X) / 2, ((index.Y + ring.Y) / 2 + middle.Y) / 2, 0, 1);
    }
}
