using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Face;

/// <summary>Tracks the face of the person whose pose is known.</summary>
/// <remarks>
/// MediaPipe's modules/holistic_landmark/face_landmarks_from_pose_gpu.pbtxt and face_tracking.pbtxt, whose detector runs on every frame.
/// </remarks>
internal sealed class FaceTracker(FaceDetector detector, FaceLandmarker landmarker)
{
    private Landmark[]? previous;

    /// <param name="frame">The next frame of the clip.</param>
    /// <param name="pose">The 33 points of this frame, or null if nobody is seen.</param>
    /// <returns>468 points in pixels, or null if no face is seen.</returns>
    public Landmark[]? Track(VideoFrame frame, Landmark[]? pose)
    {
        var found = pose is null ? null : detector.Detect(frame, FaceRegion.FromPose(pose));
        previous = found is { } region ? landmarker.Find(frame, Choose(region)) : null;
        return previous;
    }

    public void Reset() => previous = null;

    private RotatedRegion Choose(RotatedRegion found)
    {
        if (previous is null)
        {
            return found;
        }

        var tracked = FaceRegion.FromLandmarks(previous);
        return RegionContinuity.Face.Holds(tracked, previous, found) ? tracked : found;
    }
}
