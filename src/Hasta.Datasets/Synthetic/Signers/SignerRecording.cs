namespace Hasta.Datasets.Synthetic.Signers;

/// <summary>The losses between the signer and the landmarks.</summary>
internal sealed record SignerRecording
{
    /// <summary>Frames per second.</summary>
    public required double Fps { get; init; }

    /// <summary>Standard deviation of the frame-to-frame noise of a landmark, in pixels.</summary>
    public required float Jitter { get; init; }

    /// <summary>
    /// The probability that a hand's detection fails in a frame if it succeeded in the one before; failures last several frames.
    /// </summary>
    public required float LossRate { get; init; }
}
