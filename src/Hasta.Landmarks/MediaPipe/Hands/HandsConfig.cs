using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Models and thresholds of a <see cref="BodylessHandsTracker"/>. The defaults are MediaPipe's.</summary>
internal sealed record HandsConfig
{
    public PalmModel PalmModel { get; init; } = PalmModel.Full;

    public HandModel HandModel { get; init; } = HandModel.Full;

    /// <summary>0..1: minimum score of the palm detector.</summary>
    public float MinPalmScore { get; init; } = 0.5f;

    /// <summary>0..1: a hand whose presence is not above this is not seen.</summary>
    public float MinHandPresence { get; init; } = 0.5f;

    /// <summary>The execution provider of the networks.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProviders.FromBuild();

    /// <exception cref="ArgumentException">A threshold is outside 0..1 or NaN, or there is no such model.</exception>
    public void Validate()
    {
        Threshold.Validate(MinPalmScore, MinHandPresence);
        if (!Enum.IsDefined(PalmModel) || !Enum.IsDefined(HandModel))
        {
            throw new ArgumentException($"There is no palm model {PalmModel}, or no hand model {HandModel}.");
        }
    }
}
