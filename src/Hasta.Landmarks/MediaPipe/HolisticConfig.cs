using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Landmarks.MediaPipe;

/// <summary>Models and thresholds of a <see cref="HolisticTracker"/>. The defaults are MediaPipe's.</summary>
internal sealed record HolisticConfig
{
    public PoseModel PoseModel { get; init; } = PoseModel.Full;

    public HandModel HandModel { get; init; } = HandModel.Full;

    /// <summary>Whether to also find the 468 points of the face, which takes a tenth of the time or slightly more.</summary>
    public bool Face { get; init; } = true;

    /// <summary>0..1: minimum score of the person detector.</summary>
    public float MinDetectionScore { get; init; } = 0.5f;

    /// <summary>0..1: a tracked person whose presence is not above this is lost.</summary>
    public float MinPosePresence { get; init; } = 0.5f;

    /// <summary>0..1: a hand whose presence is not above this is not seen.</summary>
    public float MinHandPresence { get; init; } = 0.5f;

    /// <summary>0..1: minimum score of the face detector.</summary>
    public float MinFaceDetectionScore { get; init; } = 0.5f;

    /// <summary>0..1: a face whose presence is not above this is not seen.</summary>
    public float MinFacePresence { get; init; } = 0.5f;

    /// <summary>The execution provider of the networks.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProviders.FromBuild();

    /// <exception cref="ArgumentException">A threshold is outside 0..1 or NaN, or there is no such model.</exception>
    public void Validate()
    {
        Threshold.Validate(MinDetectionScore, MinPosePresence, MinHandPresence, MinFaceDetectionScore, MinFacePresence);
        if (!Enum.IsDefined(PoseModel) || !Enum.IsDefined(HandModel))
        {
            throw new ArgumentException($"There is no pose model {PoseModel}, or no hand model {HandModel}.");
        }
    }
}
