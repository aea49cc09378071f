using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>Validation results so far.</summary>
internal sealed record BestState
{
    /// <summary>The best epoch, whose weights are kept; 0 before the first.</summary>
    public int Epoch { get; init; }

    /// <summary>The last epoch that raised the highest accuracy, or lowered the loss at that accuracy; used for early stopping.</summary>
    public int LastGain { get; init; }

    public double HighestAccuracy { get; init; }

    /// <summary>The lowest validation loss at that accuracy; null before the first validation.</summary>
    public double? LossAtHighest { get; init; }

    public Calibration Calibration { get; init; } = new(1, 0);

    public IReadOnlyList<EpochResult> History { get; init; } = [];
}
