namespace Hasta.Datasets.Synthetic;

/// <summary>What is lost between the signer and the landmarks.</summary>
internal sealed record SignerRecording
{
    /// <summary>Frames per second.</summary>
    public required double Fps { get; init; }

    /// <summary>Standard deviation of the frame-to-frame noise of a landmark, in pixels.</summary>
    public required float Jitter { get; init; }

    /// <summary>The chance that a hand's detection fails in a frame where the last one found it; failures last several frames.</summary>
    public required float LossRate { get; init; }
}
