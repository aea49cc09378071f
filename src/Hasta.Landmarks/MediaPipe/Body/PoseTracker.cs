using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>Tracks one person: the detector finds them, then each frame's points determine the region for the next.</summary>
/// <remarks>MediaPipe's modules/pose_landmark/pose_landmark_gpu.pbtxt with smooth_landmarks off.</remarks>
internal sealed class PoseTracker(PoseDetector detector, PoseLandmarker landmarker)
{
    private RotatedRegion? region;
    private PoseRegionFilter filter = new();

    /// <summary>The people seen in the first frame; null before it.</summary>
    public PeopleAtStart? People { get; private set; }

    /// <returns>33 points in pixels, or null if nobody is seen.</returns>
    public Landmark[]? Track(VideoFrame frame)
    {
        var start = region ?? detector.Detect(frame);
        People ??= detector.People;
        var pose = start is { } here ? landmarker.Find(frame, here) : null;
        if (pose is null)
        {
            Lose();
            return null;
        }

        region = filter.Apply(frame.Time, pose.Hips, pose.Rim);
        return pose.Landmarks;
    }

    /// <summary>Counts the people in a frame; the tracked person remains.</summary>
    public int CountPeople(VideoFrame frame)
    {
        detector.Detect(frame);
        return detector.People.Count;
    }

    public void Reset()
    {
        Lose();
        People = null;
    }

    private void Lose()
    {
        region = null;
        filter = new PoseRegionFilter();
    }
}
