using System.Diagnostics;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Body;
using Hasta.Landmarks.MediaPipe.Face;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.Video;

namespace Hasta.Bench;

/// <summary>Runs the stages of <see cref="HolisticTracker"/> one after the other and times each.</summary>
internal sealed class StagedTracker
{
    private readonly PoseTracker pose;
    private readonly HandTracker leftHand;
    private readonly HandTracker rightHand;
    private readonly FaceTracker face;

    /// <param name="networks">Networks including the face; must outlive the tracker.</param>
    public StagedTracker(HolisticEngine networks)
    {
        pose = new PoseTracker(new PoseDetector(networks.PoseDetection, 0.5f), new PoseLandmarker(networks.PoseLandmarks, 0.5f));
        var recropper = new HandRecropper(networks.HandRecrop);
        var landmarker = new HandLandmarker(networks.HandLandmarks, 0.5f);
        leftHand = new HandTracker(recropper, landmarker, PoseHandIndices.Left);
        rightHand = new HandTracker(recropper, landmarker, PoseHandIndices.Right);
        face = new FaceTracker(new FaceDetector(networks.FaceDetection!, 0.5f), new FaceLandmarker(networks.FaceLandmarks!, 0.5f));
    }

    public TimeSpan Pose { get; private set; }

    public TimeSpan Hands { get; private set; }

    public TimeSpan Face { get; private set; }

    public void Track(VideoFrame frame)
    {
        long start = Stopwatch.GetTimestamp();
        var body = pose.Track(frame);
        long poseEnd = Stopwatch.GetTimestamp();
        leftHand.Track(frame, body);
        rightHand.Track(frame, body);
        long handsEnd = Stopwatch.GetTimestamp();
        face.Track(frame, body);
        Pose += Stopwatch.GetElapsedTime(start, poseEnd);
        Hands += Stopwatch.GetElapsedTime(poseEnd, handsEnd);
        Face += Stopwatch.GetElapsedTime(handsEnd);
    }
}
