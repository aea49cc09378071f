using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>
/// Tracks the hands of one signer whose body need not be seen, as in a close-up; body and face are missing from its frames.
/// </summary>
/// <remarks>
/// MediaPipe's modules/hand_landmark/hand_landmark_tracking_gpu.pbtxt with two hands, with two differences: a tracked hand is never dropped
/// for a third one, and handedness is decided from all frames of a hand together (in MediaPipe it is decided for each frame separately, and
/// both hands may have the same).
/// </remarks>
internal sealed class BodylessHandsTracker : ILandmarkTracker
{
    private const int MaxHands = 2;
    private const float MaxOverlap = 0.5f;

    private readonly PalmDetector detector;
    private readonly HandLandmarker landmarker;
    private readonly List<HandTrack> hands = [];

    /// <param name="networks">Must outlive the tracker.</param>
    public BodylessHandsTracker(HandsEngine networks)
    {
        detector = new PalmDetector(networks.PalmDetection, networks.Config.MinPalmScore);
        landmarker = new HandLandmarker(networks.HandLandmarks, networks.Config.MinHandPresence);
    }

    /// <inheritdoc/>
    public LandmarkFrame Track(VideoFrame frame)
    {
        DropDuplicate();
        if (hands.Count < MaxHands)
        {
            Detect(frame);
        }

        hands.RemoveAll(hand => !Follow(frame, hand));
        AssignSides();
        return ToLandmarks(frame.Time);
    }

    /// <inheritdoc/>
    public void Reset() => hands.Clear();

    /// <summary>If both tracks have converged on one hand, only the later track is kept.</summary>
    private void DropDuplicate()
    {
        if (hands.Count == MaxHands && AreSameHand(hands[0], hands[1]))
        {
            hands.RemoveAt(0);
        }
    }

    private void Detect(VideoFrame frame)
    {
        foreach (var palm in detector.Detect(frame).Take(MaxHands).Select(region => new HandTrack(region)))
        {
            if (hands.Count < MaxHands && !hands.Exists(hand => AreSameHand(hand, palm)))
            {
                hands.Add(palm);
            }
        }
    }

    private static bool AreSameHand(HandTrack one, HandTrack other) => one.Region.Upright.Overlap(other.Region.Upright) > MaxOverlap;

    private bool Follow(VideoFrame frame, HandTrack hand)
    {
        var found = landmarker.Find(frame, hand.Region);
        if (found is not null)
        {
            hand.Update(found);
        }

        return found is not null;
    }

    /// <summary>Of two hands, one is the left and one the right; a single hand has the more likely side.</summary>
    private void AssignSides()
    {
        if (hands is [var one, var other])
        {
            bool oneIsRight = one.Rightness > other.Rightness;
            one.Side = oneIsRight ? HandSide.Right : HandSide.Left;
            other.Side = oneIsRight ? HandSide.Left : HandSide.Right;
        }
        else if (hands is [var alone])
        {
            alone.Side = alone.Rightness > 0 ? HandSide.Right : HandSide.Left;
        }
    }

    private LandmarkFrame ToLandmarks(TimeSpan time)
    {
        var landmarks = Landmark.AllMissing(LandmarkLayout.CountWithoutFace);
        foreach (var hand in hands)
        {
            hand.Points.CopyTo(landmarks, hand.Side == HandSide.Left ? LandmarkLayout.LeftHandStart : LandmarkLayout.RightHandStart);
        }

        return new LandmarkFrame(time, landmarks);
    }
}
