namespace Hasta.Training.Evaluation;

/// <summary>What a model said of one clip whose gloss is known.</summary>
internal sealed record ClipPrediction
{
    /// <summary>The clip's id.</summary>
    public required string Clip { get; init; }

    /// <summary>The true gloss; it may lie outside the model's vocabulary.</summary>
    public required string Gloss { get; init; }

    public string? Signer { get; init; }

    /// <summary>The whole vocabulary's probabilities 0..1, in vocabulary order.</summary>
    public required IReadOnlyList<float> Probabilities { get; init; }

    /// <summary>The same of the clip with left and right exchanged; null when that was not measured.</summary>
    public IReadOnlyList<float>? Mirrored { get; init; }

    /// <summary>Whether the clip shows nothing that can be a sign: recognition calls its answer unsure, whatever its confidence.</summary>
    public bool ShowsNoSign { get; init; }
}
