namespace Hasta.Training.Evaluation.Streams;

/// <summary>Live recognition of a signer's recorded clips, beside recognition of the same clips one by one.</summary>
internal sealed record RecordedResult
{
    public required int Clips { get; init; }

    /// <summary>Whole clips with the right word, at the threshold of the streams.</summary>
    public required int Right { get; init; }

    /// <summary>Whole clips with another word, at the threshold of the streams.</summary>
    public required int Wrong { get; init; }

    public required IReadOnlyList<RecordedTrial> Trials { get; init; }
}
