using Hasta.Landmarks;

namespace Hasta.Recognition;

/// <summary>What a model says of a clip.</summary>
public sealed record SignResult
{
    /// <summary>The likeliest gloss.</summary>
    public required string Gloss { get; init; }

    /// <summary>0..1, on the scale fitted to held-out clips.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why the gloss is not to be acted on; null where it may be.</summary>
    public required UnsureReason? Reason { get; init; }

    /// <summary>Whether the confidence lies below the model's threshold or the clip shows no sign: then do not act on the gloss.</summary>
    public bool Unsure => Reason is not null;

    /// <summary>Up to five, the likeliest first.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>Whose landmarks were used, where a file holds those of several people; else null.</summary>
    public PersonChoice? Person { get; init; }

    /// <summary>Who was seen at the start of a video; null for other clips.</summary>
    public PeopleAtStart? People { get; init; }

    /// <summary>What makes the answer doubtful, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
