namespace Hasta.Recognition.Live;

/// <summary>
/// When a sign begins and ends. Heights are of the wrist, in shoulder widths below the middle of the shoulders; times are of the stream,
/// so that every frame rate from 6 frames/s on gives the same segments.
/// </summary>
public sealed record SignSegmenterOptions
{
    /// <summary>How signs are found. Default: <see cref="SegmenterKind.Learned"/>.</summary>
    public SegmenterKind Kind { get; init; }

    /// <summary>A hand above this height is raised; with rules, it starts a sign. Default: 0.9, about the bottom of the ribs.</summary>
    public float RaisedHeight { get; init; } = 0.9f;

    /// <summary>A raised hand stays raised until it is below this height (hysteresis). Default: 1.15.</summary>
    public float LoweredHeight { get; init; } = 1.15f;

    /// <summary>What was seen before the start of a sign and belongs to it. Default: 200 ms.</summary>
    public TimeSpan PreRoll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A shorter sign is none but a <see cref="Misfire"/>. Default: 250 ms.</summary>
    public TimeSpan MinDuration { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A longer sign is recognized in pieces of this length. Default: 6 s.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How long a hand or the whole signer may be lost during a sign. Default: 500 ms.</summary>
    public TimeSpan MaxDropout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Learned: the probability 0..1 of a sign at which one starts. Default: 0.6.</summary>
    public float StartProbability { get; init; } = 0.6f;

    /// <summary>Learned: the probability 0..1 of a sign below which it ends (hysteresis). Default: 0.45.</summary>
    public float EndProbability { get; init; } = 0.45f;

    /// <summary>
    /// Learned: the probability 0..1 that the next sign begins, at which a sign ends without a rest. Default: 0.18.
    /// </summary>
    public float NextProbability { get; init; } = 0.18f;

    /// <summary>Learned: the shortest time from the beginning of a sign to the next one without a rest. Default: 600 ms.</summary>
    public TimeSpan MinDistance { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>How long a sign must have begun before it counts. Default: 60 ms.</summary>
    public TimeSpan Onset { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>
    /// How long a sign must be over before it counts as ended (redemption time), with the hands lowered. Default: 100 ms.
    /// </summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Learned: the same with a hand still raised: it may be in the middle of a sign. Default: 230 ms.</summary>
    public TimeSpan HoldRaised { get; init; } = TimeSpan.FromMilliseconds(230);

    /// <summary>Rules: a hand slower than this, in shoulder widths per second, is still. Default: 0.2.</summary>
    public float StillSpeed { get; init; } = 0.2f;

    /// <summary>Rules: how long raised hands must be still before a sign ends. Default: 1 s.</summary>
    public TimeSpan Still { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Rules: how far a hand that was held still must move to start the next sign, in shoulder widths. Default: 0.4.
    /// </summary>
    public float NextMovement { get; init; } = 0.4f;

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    internal void Validate()
    {
        TimeSpan[] times = [Onset, PreRoll, Hold, HoldRaised, Still, MinDuration, MaxDuration, MinDistance, MaxDropout];
        float[] lengths = [StillSpeed, NextMovement];
        if (Array.Exists(times, time => time < TimeSpan.Zero || time > TimeSpan.FromSeconds(30))
            || MaxDuration < TimeSpan.FromSeconds(1)
            || Array.Exists(lengths, length => !(length is >= 0 and <= 10))
            || !(EndProbability >= 0 && EndProbability <= StartProbability && StartProbability <= 1)
            || !(NextProbability is >= 0 and <= 1)
            || !(RaisedHeight >= -1 && RaisedHeight <= LoweredHeight && LoweredHeight <= 3))
        {
            throw new ArgumentException(
                "Segmenter: times must be in 0..30 s, the maximum duration at least 1 s, 0 <= end probability <= start probability <= 1, "
                + "next probability in 0..1, -1 <= raised height <= lowered height <= 3, speed and movement in 0..10 shoulder widths.");
        }
    }
}
