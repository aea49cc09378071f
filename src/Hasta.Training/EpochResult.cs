namespace Hasta.Training;

/// <summary>What one pass over the training clips gave: a line of <c>metrics.jsonl</c>.</summary>
internal sealed record EpochResult
{
    /// <summary>From 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mean cross-entropy with label smoothing over the augmented training clips.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Mean cross-entropy over the validation clips by the averaged weights; none without validation clips.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The fraction 0..1 of validation clips named right by the averaged weights.</summary>
    public double? ValidationAccuracy { get; init; }

    /// <summary>At the epoch's end.</summary>
    public required double LearningRate { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Training clips per second.</summary>
    public required double ClipsPerSecond { get; init; }

    /// <summary>The fraction 0..1 of the time in which the network waited for clips.</summary>
    public required double Waiting { get; init; }

    /// <summary>Clips computed at a time.</summary>
    public required int MicroBatch { get; init; }
}
