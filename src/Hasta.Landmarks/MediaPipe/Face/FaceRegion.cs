using System.Numerics;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Face;

/// <summary>Computes the region of a face in three ways, each with the eyes level.</summary>
internal static class FaceRegion
{
    private const float PoseMargin = 3;
    private const float DetectionMargin = 2;
    private const float DetectionShiftY = -0.1f;
    private const float TrackMargin = 1.5f;

    /// <summary>The detector's points: the centers of the two eyes come first.</summary>
    private const int DetectedRightEye = 0;
    private const int DetectedLeftEye = 1;

    /// <summary>The mesh's outer corners of the two eyes.</summary>
    private const int MeshRightEye = 33;
    private const int MeshLeftEye = 263;

    /// <summary>The search region for a face: generously around the face points of the pose.</summary>
    /// <param name="pose">33 points.</param>
    /// <remarks>MediaPipe's face_landmarks_from_pose_to_recrop_roi.pbtxt.</remarks>
    public static RotatedRegion FromPose(ReadOnlySpan<Landmark> pose) =>
        Around(pose[..LandmarkLayout.LeftShoulder], LandmarkLayout.RightEye, LandmarkLayout.LeftEye).ToSquare(PoseMargin);

    /// <param name="points">The detector's six points, in pixels.</param>
    /// <remarks>MediaPipe's face_detection_front_detections_to_roi.pbtxt.</remarks>
    public static RotatedRegion FromDetection(ReadOnlySpan<Landmark> points) =>
        Around(points, DetectedRightEye, DetectedLeftEye).ToSquare(DetectionMargin, DetectionShiftY);

    /// <summary>From a face's 468 points in the previous frame.</summary>
    /// <remarks>MediaPipe's modules/holistic_landmark/face_landmarks_to_roi.pbtxt.</remarks>
    public static RotatedRegion FromLandmarks(ReadOnlySpan<Landmark> face) => Around(face, MeshRightEye, MeshLeftEye).ToSquare(TrackMargin);

    /// <summary>The upright box of all points, then rotated about its centre by the angle between the eyes.</summary>
    private static RotatedRegion Around(ReadOnlySpan<Landmark> points, int rightEye, int leftEye)
    {
        var from = new Vector2(float.PositiveInfinity);
        var to = new Vector2(float.NegativeInfinity);
        foreach (var point in points)
        {
            from = Vector2.Min(from, new Vector2(point.X, point.Y));
            to = Vector2.Max(to, new Vector2(point.X, point.Y));
        }

        return RotatedRegion.Over(new Box(from, to), RotatedRegion.Rotate(points[rightEye], points[leftEye], 0));
    }
}
