namespace Hasta.Training.Evaluation;

/// <summary>A model's output for one clip whose gloss is known.</summary>
internal sealed record ClipPrediction
{
    /// <summary>The clip's id.</summary>
    public required string Clip { get; init; }

    /// <summary>The true gloss; it may be outside the model's vocabulary.</summary>
    public required string Gloss { get; init; }

    public string? Signer { get; init; }

    /// <summary>Probabilities 0..1 of all glosses, in vocabulary order.</summary>
    public required IReadOnlyList<float> Probabilities { get; init; }

    /// <summary>The same for the clip with left and right swapped; null if not measured.</summary>
    public IReadOnlyList<float>? Mirrored { get; init; }

    /// <summary>Whether the clip shows nothing that can be a sign; recognition then reports unsure at any confidence.</summary>
    public bool ShowsNoSign { get; init; }
}
