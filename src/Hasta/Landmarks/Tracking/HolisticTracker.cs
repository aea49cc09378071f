using Hasta.Video;

namespace Hasta.Landmarks.Tracking;

/// <summary>Body, hands and face of one signer, frame by frame. One tracker a clip or camera, for one thread at a time.</summary>
/// <remarks>
/// MediaPipe's holistic graph (modules/holistic_landmark/holistic_landmark_gpu.pbtxt) with smooth_landmarks off. Where it looks depends
/// on the frames before and on their time stamps: feed the frames in order, with their real times.
/// </remarks>
public sealed class HolisticTracker
{
    private readonly PoseTracker pose;
    private readonly HandTracker leftHand;
    private readonly HandTracker rightHand;
    private readonly FaceTracker? face;

    /// <param name="networks">Must outlive the tracker.</param>
    public HolisticTracker(HolisticNetworks networks)
    {
        var config = networks.Config;
        pose = new PoseTracker(
            new PoseDetector(networks.PoseDetection, config.MinDetectionScore),
            new PoseLandmarker(networks.PoseLandmarks, config.MinPosePresence));
        var recropper = new HandRecropper(networks.HandRecrop);
        var landmarker = new HandLandmarker(networks.HandLandmarks, config.MinHandPresence);
        leftHand = new HandTracker(recropper, landmarker, PoseHand.Left);
        rightHand = new HandTracker(recropper, landmarker, PoseHand.Right);
        if (networks is { FaceDetection: { } detection, FaceLandmarks: { } mesh })
        {
            face = new FaceTracker(new FaceDetector(detection, config.MinFaceDetectionScore), new FaceLandmarker(mesh, config.MinFacePresence));
        }
    }

    /// <returns>
    /// Points in pixels of the frame. All of a part are missing where it is not seen; a pose point that is seen, however faintly, has a
    /// confidence above 0.
    /// </returns>
    public LandmarkFrame Track(VideoFrame frame)
    {
        var landmarks = new Landmark[face is null ? LandmarkLayout.CountWithoutFace : LandmarkLayout.CountWithFace];
        Array.Fill(landmarks, Landmark.Missing);
        var body = pose.Track(frame);
        body?.CopyTo(landmarks, LandmarkLayout.PoseStart);
        leftHand.Track(frame, body)?.CopyTo(landmarks, LandmarkLayout.LeftHandStart);
        rightHand.Track(frame, body)?.CopyTo(landmarks, LandmarkLayout.RightHandStart);
        face?.Track(frame, body)?.CopyTo(landmarks, LandmarkLayout.CountWithoutFace);
        return new LandmarkFrame(frame.Time, landmarks);
    }

    /// <summary>Forgets the signer, as before another clip.</summary>
    public void Reset()
    {
        pose.Reset();
        leftHand.Reset();
        rightHand.Reset();
        face?.Reset();
    }
}
