using Hasta.Datasets.Splits;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Evaluation;

/// <summary>What to evaluate a checkpoint on.</summary>
internal sealed record EvaluationRequest
{
    /// <summary>The run or checkpoint folder.</summary>
    public required string Run { get; init; }

    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>The part of the data set that the checkpoint was trained on; null for test there, and for all clips of any other data set.</summary>
    public Split? Part { get; init; }

    /// <summary>All clips, whatever part they are.</summary>
    public bool All { get; init; }

    /// <summary>Where the page goes; null for the run's own place (<see cref="EvaluationFiles.In"/>).</summary>
    public string? Page { get; init; }

    /// <summary>Measure clips that shaped the model all the same.</summary>
    public bool AllowTrainingClips { get; init; }
}
