using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Follows one of the signer's hands; which of the two it is, the pose says.</summary>
/// <remarks>MediaPipe's modules/holistic_landmark/hand_landmarks_from_pose_gpu.pbtxt and hand_tracking.pbtxt.</remarks>
internal sealed class HandTracker(HandRecropper recropper, HandLandmarker landmarker, PoseHandIndices side)
{
    private const float MinWristVisibility = 0.1f;

    private Landmark[]? before;

    /// <param name="frame">The next of the clip.</param>
    /// <param name="pose">The 33 points of this frame, or null where nobody is seen.</param>
    /// <returns>21 points in pixels, or null where the hand is not seen.</returns>
    public Landmark[]? Track(VideoFrame frame, Landmark[]? pose)
    {
        bool expected = pose is not null && pose[side.Wrist].Confidence > MinWristVisibility;
        before = expected ? landmarker.Find(frame, ChooseRegion(frame, pose!))?.Points : null;
        return before;
    }

    public void Reset() => before = null;

    private RotatedRegion ChooseRegion(VideoFrame frame, Landmark[] pose)
    {
        var recrop = recropper.Tighten(frame, HandRegion.FromPose(pose[side.Wrist], pose[side.Pinky], pose[side.Index]));
        if (before is null)
        {
            return recrop;
        }

        var tracked = HandRegion.FromLandmarks(before);
        return RegionContinuity.Hand.Holds(tracked, before, recrop) ? tracked : recrop;
    }
}
