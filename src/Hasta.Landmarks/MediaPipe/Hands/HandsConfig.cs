using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>What a <see cref="BodylessHandsTracker"/> looks with, and how sure it must be. The defaults are MediaPipe's.</summary>
internal sealed record HandsConfig
{
    public PalmModel PalmModel { get; init; } = PalmModel.Full;

    public HandModel HandModel { get; init; } = HandModel.Full;

    /// <summary>0..1: the least score at which the detector's find is a palm.</summary>
    public float MinPalmScore { get; init; } = 0.5f;

    /// <summary>0..1: a hand whose presence is not above this is not seen.</summary>
    public float MinHandPresence { get; init; } = 0.5f;

    /// <summary>What the networks run on.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProviders.OfBuild();

    /// <exception cref="ArgumentException">A threshold is outside 0..1 or no number, or there is no such model.</exception>
    public void Validate()
    {
        Threshold.Validate(MinPalmScore, MinHandPresence);
        if (!Enum.IsDefined(PalmModel) || !Enum.IsDefined(HandModel))
        {
            throw new ArgumentException($"There is no palm model {PalmModel}, or no hand model {HandModel}.");
        }
    }
}
