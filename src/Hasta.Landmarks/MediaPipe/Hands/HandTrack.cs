using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>A hand that is tracked from frame to frame, and the evidence so far for which of the two it is.</summary>
/// <param name="region">The initial search region.</param>
internal sealed class HandTrack(RotatedRegion region)
{
    /// <summary>
    /// Limit of the evidence from one frame (log odds of 0.98); all frames together are limited to twenty times as much in either
    /// direction.
    /// </summary>
    private const float MaxEvidence = 4;
    private const float MaxTotalEvidence = 20 * MaxEvidence;

    /// <summary>
    /// An assigned side is kept until the evidence against it reaches this value: a hand that turns does not change sides.
    /// </summary>
    private const float Inertia = 3 * MaxEvidence;

    private float evidence;

    /// <summary>The search region for the next frame.</summary>
    public RotatedRegion Region { get; private set; } = region;

    /// <summary>21 points of the latest frame, in pixels.</summary>
    public Landmark[] Points { get; private set; } = [];

    /// <summary>Null until assigned.</summary>
    public HandSide? Side { get; set; }

    /// <summary>Above 0 for the right hand: the log odds of all frames so far, plus a bonus for the assigned side.</summary>
    public float Rightness => evidence + Side switch { HandSide.Right => Inertia, HandSide.Left => -Inertia, _ => 0 };

    public void Update(HandLandmarks found)
    {
        Points = found.Points;
        Region = HandRegion.FromLandmarks(found.Points);
        float logOdds = MathF.Log(found.Handedness / (1 - found.Handedness));
        evidence = Math.Clamp(evidence + Math.Clamp(logOdds, -MaxEvidence, MaxEvidence), -MaxTotalEvidence, MaxTotalEvidence);
    }
}
