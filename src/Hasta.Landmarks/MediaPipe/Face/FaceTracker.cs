using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Face;

/// <summary>Follows the face of the person whose pose is known.</summary>
/// <remarks>MediaPipe's modules/holistic_landmark/face_landmarks_from_pose_gpu.pbtxt and face_tracking.pbtxt: its detector looks at every frame.</remarks>
internal sealed class FaceTracker(FaceDetector detector, FaceLandmarker landmarker)
{
    private Landmark[]? before;

    /// <param name="frame">The next of the clip.</param>
    /// <param name="pose">The 33 points of this frame, or null where nobody is seen.</param>
    /// <returns>468 points in pixels, or null where no face is seen.</returns>
    public Landmark[]? Track(VideoFrame frame, Landmark[]? pose)
    {
        var found = pose is null ? null : detector.Detect(frame, FaceRegion.FromPose(pose));
        before = found is { } region ? landmarker.Find(frame, Choose(region)) : null;
        return before;
    }

    public void Reset() => before = null;

    private RotatedRegion Choose(RotatedRegion found)
    {
        if (before is null)
        {
            return found;
        }

        var tracked = FaceRegion.FromLandmarks(before);
        return RegionContinuity.Face.Holds(tracked, before, found) ? tracked : found;
    }
}
