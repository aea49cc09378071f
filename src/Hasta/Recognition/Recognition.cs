using Hasta.Features;

namespace Hasta.Recognition;

/// <summary>What a model says of a clip.</summary>
public sealed record Recognition
{
    /// <summary>The likeliest gloss.</summary>
    public required string Gloss { get; init; }

    /// <summary>0..1, on the scale fitted to held-out clips.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why the gloss is not to be acted on; null where it may be.</summary>
    public required UnsureReason? Reason { get; init; }

    /// <summary>Whether the confidence lies below the checkpoint's threshold or the clip shows no sign: then do not act on the gloss.</summary>
    public bool Unsure => Reason is not null;

    /// <summary>Up to five, the likeliest first.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }
}
