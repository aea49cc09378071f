using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Tracks one of the signer's hands; the pose determines which of the two it is.</summary>
/// <remarks>MediaPipe's modules/holistic_landmark/hand_landmarks_from_pose_gpu.pbtxt and hand_tracking.pbtxt.</remarks>
internal sealed class HandTracker(HandRecropper recropper, HandLandmarker landmarker, PoseHandIndices side)
{
    private const float MinWristVisibility = 0.1f;

    private Landmark[]? previous;

    /// <param name="frame">The next frame of the clip.</param>
    /// <param name="pose">The 33 points of this frame, or null if nobody is seen.</param>
    /// <returns>21 points in pixels, or null if the hand is not seen.</returns>
    public Landmark[]? Track(VideoFrame frame, Landmark[]? pose)
    {
        bool expected = pose is not null && pose[side.Wrist].Confidence > MinWristVisibility;
        previous = expected ? landmarker.Find(frame, ChooseRegion(frame, pose!))?.Points : null;
        return previous;
    }

    public void Reset() => previous = null;

    private RotatedRegion ChooseRegion(VideoFrame frame, Landmark[] pose)
    {
        var recrop = recropper.Refine(frame, HandRegion.FromPose(pose[side.Wrist], pose[side.Pinky], pose[side.Index]));
        if (previous is null)
        {
            return recrop;
        }

        var tracked = HandRegion.FromLandmarks(previous);
        return RegionContinuity.Hand.Holds(tracked, previous, recrop) ? tracked : recrop;
    }
}
