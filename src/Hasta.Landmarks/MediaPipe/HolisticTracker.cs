using Hasta.Landmarks.MediaPipe.Body;
using Hasta.Landmarks.MediaPipe.Face;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe;

/// <summary>Tracks body, hands and face of one signer, frame by frame.</summary>
/// <remarks>MediaPipe's holistic graph (modules/holistic_landmark/holistic_landmark_gpu.pbtxt) with smooth_landmarks off.</remarks>
internal sealed class HolisticTracker : ILandmarkTracker
{
    private readonly PoseTracker pose;
    private readonly HandTracker leftHand;
    private readonly HandTracker rightHand;
    private readonly FaceTracker? face;
    private readonly bool isParallel;

    /// <param name="networks">Must outlive the tracker.</param>
    public HolisticTracker(HolisticEngine networks)
    {
        var config = networks.Config;
        pose = new PoseTracker(
            new PoseDetector(networks.PoseDetection, config.MinDetectionScore),
            new PoseLandmarker(networks.PoseLandmarks, config.MinPosePresence));
        leftHand = CreateHandTracker(PoseHandIndices.Left);
        rightHand = CreateHandTracker(PoseHandIndices.Right);
        isParallel = networks.IsParallel;
        if (networks is { FaceDetection: { } detection, FaceLandmarks: { } mesh })
        {
            face = new FaceTracker(
                new FaceDetector(detection, config.MinFaceDetectionScore),
                new FaceLandmarker(mesh, config.MinFacePresence));
        }

        HandTracker CreateHandTracker(PoseHandIndices side) =>
            new(new HandRecropper(networks.HandRecrop), new HandLandmarker(networks.HandLandmarks, config.MinHandPresence), side);
    }

    /// <inheritdoc/>
    public PeopleAtStart? People => pose.People;

    /// <inheritdoc/>
    public LandmarkFrame Track(VideoFrame frame)
    {
        var landmarks = Landmark.AllMissing(face is null ? LandmarkLayout.CountWithoutFace : LandmarkLayout.CountWithFace);
        var body = pose.Track(frame);
        body?.CopyTo(landmarks, LandmarkLayout.PoseStart);
        if (isParallel && body is not null)
        {
            Parallel.Invoke(TrackLeftHand, TrackRightHand, TrackFace);
        }
        else
        {
            TrackLeftHand();
            TrackRightHand();
            TrackFace();
        }

        return new LandmarkFrame(frame.Time, landmarks);

        void TrackLeftHand() => leftHand.Track(frame, body)?.CopyTo(landmarks, LandmarkLayout.LeftHandStart);
        void TrackRightHand() => rightHand.Track(frame, body)?.CopyTo(landmarks, LandmarkLayout.RightHandStart);
        void TrackFace() => face?.Track(frame, body)?.CopyTo(landmarks, LandmarkLayout.CountWithoutFace);
    }

    /// <inheritdoc/>
    public int? CountPeople(VideoFrame frame) => pose.CountPeople(frame);

    /// <inheritdoc/>
    public void Reset()
    {
        pose.Reset();
        leftHand.Reset();
        rightHand.Reset();
        face?.Reset();
    }
}
