namespace Hasta.Landmarks;

/// <summary>Accumulates statistics of landmark frames: count, frame rate and detection rates.</summary>
/// <param name="declaredFps">The frame rate declared by the clip, in frames per second.</param>
public sealed class LandmarkStatistics(double declaredFps)
{
    private const double RateTolerance = 0.02;

    private TimeSpan first;
    private TimeSpan last;
    private int signers;
    private int leftHands;
    private int rightHands;
    private int faces;

    public int Frames { get; private set; }

    /// <summary>
    /// The fraction 0..1 of frames in which any landmark of the signer was found. This and the other rates are 0 if there are no frames.
    /// </summary>
    public double DetectionRate => Share(signers);

    public double LeftHandRate => Share(leftHands);

    public double RightHandRate => Share(rightHands);

    public double FaceRate => Share(faces);

    /// <summary>
    /// Frames per second: the declared rate, unless the frames' timestamps differ from it, because headers of clips with a variable frame
    /// rate are unreliable.
    /// </summary>
    public double Fps
    {
        get
        {
            double seconds = (last - first).TotalSeconds;
            double measured = Frames > 1 && seconds > 0 ? (Frames - 1) / seconds : declaredFps;
            return Math.Abs((measured / declaredFps) - 1) > RateTolerance ? measured : declaredFps;
        }
    }

    public void Add(LandmarkFrame frame)
    {
        first = Frames == 0 ? frame.Time : first;
        last = frame.Time;
        Frames++;
        signers += Landmark.AnySeen(frame.All) ? 1 : 0;
        leftHands += Landmark.AnySeen(frame.LeftHand) ? 1 : 0;
        rightHands += Landmark.AnySeen(frame.RightHand) ? 1 : 0;
        faces += Landmark.AnySeen(frame.Face) ? 1 : 0;
    }

    private double Share(int seen) => Frames == 0 ? 0 : seen / (double)Frames;
}
