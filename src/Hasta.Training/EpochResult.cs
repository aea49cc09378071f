namespace Hasta.Training;

/// <summary>Results of one pass over the training clips: a line of <c>metrics.jsonl</c>.</summary>
internal sealed record EpochResult
{
    /// <summary>From 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mean cross-entropy with label smoothing over the augmented training clips.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Mean cross-entropy of the averaged weights over the validation clips; null without validation clips.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>
    /// The fraction 0..1 of validation clips that the averaged weights classify correctly; null without validation clips.
    /// </summary>
    public double? ValidationAccuracy { get; init; }

    /// <summary>The learning rate at the end of the epoch.</summary>
    public required double LearningRate { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Training clips per second.</summary>
    public required double ClipsPerSecond { get; init; }

    /// <summary>The fraction 0..1 of the time spent waiting for clips.</summary>
    public required double Waiting { get; init; }

    /// <summary>Clips per forward and backward pass.</summary>
    public required int MicroBatch { get; init; }
}
