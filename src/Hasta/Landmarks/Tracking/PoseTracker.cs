using Hasta.Video;

namespace Hasta.Landmarks.Tracking;

/// <summary>Follows one person: the detector finds them, then each frame's points say where to look in the next.</summary>
/// <remarks>MediaPipe's modules/pose_landmark/pose_landmark_gpu.pbtxt with smooth_landmarks off.</remarks>
internal sealed class PoseTracker(PoseDetector detector, PoseLandmarker landmarker)
{
    private RotatedRegion? region;
    private PoseRegionFilter filter = new();

    /// <returns>33 points in pixels, or null where nobody is seen.</returns>
    public Landmark[]? Track(VideoFrame frame)
    {
        var pose = (region ?? detector.Detect(frame)) is { } here ? landmarker.Find(frame, here) : null;
        if (pose is null)
        {
            Reset();
            return null;
        }

        region = filter.Apply(frame.Time, pose.Hips, pose.Rim);
        return pose.Landmarks;
    }

    public void Reset()
    {
        region = null;
        filter = new PoseRegionFilter();
    }
}
