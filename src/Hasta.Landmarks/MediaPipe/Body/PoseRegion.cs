using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>The input region of the pose network, from the midpoint of the hips and a point on the circle around the body.</summary>
/// <remarks>
/// MediaPipe's modules/pose_landmark/pose_landmarks_to_roi.pbtxt; the detector returns the same two points as the tracker.
/// </remarks>
internal static class PoseRegion
{
    private const float Margin = 1.25f;

    /// <param name="hips">Pixels.</param>
    /// <param name="rim">Pixels; straight above the hips of an upright person.</param>
    public static RotatedRegion From(Landmark hips, Landmark rim) => RotatedRegion.Around(hips, rim, MathF.PI / 2).ToSquare(Margin);
}
