namespace Hasta.Training;

/// <summary>Progress of a run, without its tensors: <c>last/state.json</c>.</summary>
internal sealed record SavedState
{
    /// <summary>Hash of settings and data set; a checkpoint of another run is rejected.</summary>
    public required string Run { get; init; }

    /// <summary>The current epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Completed steps of that epoch.</summary>
    public required int Step { get; init; }

    /// <summary>Sum of the losses of these steps.</summary>
    public required double LossSum { get; init; }

    /// <summary>Clips per forward and backward pass.</summary>
    public required int MicroBatch { get; init; }

    /// <summary>All updates of weights and average so far.</summary>
    public required int Updates { get; init; }

    public required BestState Best { get; init; }

    /// <summary>The SHA-256 of every other file of the checkpoint, by name; detects files of different checkpoints.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
