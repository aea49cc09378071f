using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>A hand that is followed from frame to frame, and what its pictures have told so far about which of the two it is.</summary>
/// <param name="region">Where it is first looked for.</param>
internal sealed class HandTrack(RotatedRegion region)
{
    /// <summary>One picture says at most so much (log odds of 0.98), and all together at most twenty times as much in either direction.</summary>
    private const float MaxEvidence = 4;
    private const float MaxEvidenceInAll = 20 * MaxEvidence;

    /// <summary>A side once given is kept until the evidence against it is this much: a hand that turns does not change sides.</summary>
    private const float Inertia = 3 * MaxEvidence;

    private float evidence;

    /// <summary>Where to look in the next frame.</summary>
    public RotatedRegion Region { get; private set; } = region;

    /// <summary>21 points of the latest frame, in pixels.</summary>
    public Landmark[] Points { get; private set; } = [];

    /// <summary>Null until it has been given one.</summary>
    public HandSide? Side { get; set; }

    /// <summary>Above 0: the right hand; the log odds of all pictures so far, and something for the side that it has.</summary>
    public float Rightness => evidence + Side switch { HandSide.Right => Inertia, HandSide.Left => -Inertia, _ => 0 };

    public void Update(HandLandmarks found)
    {
        Points = found.Points;
        Region = HandRegion.FromLandmarks(found.Points);
        float logOdds = MathF.Log(found.Handedness / (1 - found.Handedness));
        evidence = Math.Clamp(evidence + Math.Clamp(logOdds, -MaxEvidence, MaxEvidence), -MaxEvidenceInAll, MaxEvidenceInAll);
    }
}
