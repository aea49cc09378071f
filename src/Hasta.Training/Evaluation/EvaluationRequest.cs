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

    /// <summary>
    /// A split of the data set that the checkpoint was trained on. Null selects test in that data set, and all clips of any other.
    /// </summary>
    public Split? Part { get; init; }

    /// <summary>Whether to evaluate all clips, whatever their split.</summary>
    public bool All { get; init; }

    /// <summary>Path of the HTML report; null for the default (<see cref="EvaluationFiles.In"/>).</summary>
    public string? Page { get; init; }

    /// <summary>Whether to evaluate clips even if they were used to train or validate the model.</summary>
    public bool AllowTrainingClips { get; init; }
}
