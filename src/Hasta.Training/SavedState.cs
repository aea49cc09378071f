namespace Hasta.Training;

/// <summary>Where a run stands, beside its tensors: <c>last/state.json</c>.</summary>
internal sealed record SavedState
{
    /// <summary>Hash of settings and data set: a checkpoint of another run is not taken.</summary>
    public required string Run { get; init; }

    /// <summary>The epoch in work, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Its steps done.</summary>
    public required int Step { get; init; }

    /// <summary>Of these steps.</summary>
    public required double LossSum { get; init; }

    /// <summary>Clips computed at a time.</summary>
    public required int MicroBatch { get; init; }

    /// <summary>Of weights and average, in all.</summary>
    public required int Updates { get; init; }

    public required BestState Best { get; init; }

    /// <summary>The SHA-256 of every other file of the checkpoint, by its name: parts of different checkpoints are told apart.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
