using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Landmarks.MediaPipe;

/// <summary>What a <see cref="HolisticTracker"/> looks with, and how sure it must be. The defaults are MediaPipe's.</summary>
internal sealed record HolisticConfig
{
    public PoseModel PoseModel { get; init; } = PoseModel.Full;

    public HandModel HandModel { get; init; } = HandModel.Full;

    /// <summary>Whether to find the 468 points of the face too, at the cost of a tenth of the time or a little more.</summary>
    public bool Face { get; init; } = true;

    /// <summary>0..1: the least score at which the detector's find is a person.</summary>
    public float MinDetectionScore { get; init; } = 0.5f;

    /// <summary>0..1: a tracked person whose presence is not above this is lost.</summary>
    public float MinPosePresence { get; init; } = 0.5f;

    /// <summary>0..1: a hand whose presence is not above this is not seen.</summary>
    public float MinHandPresence { get; init; } = 0.5f;

    /// <summary>0..1: the least score at which the face detector's find is a face.</summary>
    public float MinFaceDetectionScore { get; init; } = 0.5f;

    /// <summary>0..1: a face whose presence is not above this is not seen.</summary>
    public float MinFacePresence { get; init; } = 0.5f;

    /// <summary>What the networks run on.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProviders.OfBuild();

    /// <exception cref="ArgumentException">A threshold is outside 0..1 or no number, or there is no such model.</exception>
    public void Validate()
    {
        Threshold.Validate(MinDetectionScore, MinPosePresence, MinHandPresence, MinFaceDetectionScore, MinFacePresence);
        if (!Enum.IsDefined(PoseModel) || !Enum.IsDefined(HandModel))
        {
            throw new ArgumentException($"There is no pose model {PoseModel}, or no hand model {HandModel}.");
        }
    }
}
