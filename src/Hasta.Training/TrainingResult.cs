using Hasta.Training.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>The result of training.</summary>
internal sealed record TrainingResult : IDisposable
{
    /// <summary>The averaged weights of the epoch with the best validation result, or of the last epoch without validation clips.</summary>
    public required Classifier Classifier { get; init; }

    public required Calibration Calibration { get; init; }

    /// <summary>From 1.</summary>
    public required int BestEpoch { get; init; }

    public required IReadOnlyList<EpochResult> History { get; init; }

    public void Dispose() => Classifier.Dispose();
}
