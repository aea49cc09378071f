using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition;

/// <summary>A model's answer for a clip.</summary>
public sealed record SignResult
{
    /// <summary>The most probable gloss.</summary>
    public required string Gloss { get; init; }

    /// <summary>Where the model knows <see cref="Gloss"/> from.</summary>
    public SignKind Kind { get; init; }

    /// <summary>0..1, calibrated on held-out clips.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why the gloss must not be acted on; null if it may be.</summary>
    public required UnsureReason? Reason { get; init; }

    /// <summary>
    /// Whether the confidence is below the model's threshold or the clip shows no sign. If so, do not act on the gloss.
    /// </summary>
    public bool Unsure => Reason is not null;

    /// <summary>Up to five, the most probable first.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>
    /// Glosses that the model often confused with <see cref="Gloss"/> for people it was not trained on: show them next to it. Empty if
    /// there are none, or if that was not measured.
    /// </summary>
    public IReadOnlyList<string> Similar { get; init; } = [];

    /// <summary>The clip's place among all clips, for the comparison with others.</summary>
    public required SignEmbedding Embedding { get; init; }

    /// <summary>The person whose landmarks were used, if a file contains several people; otherwise null.</summary>
    public PersonChoice? Person { get; init; }

    /// <summary>The people seen at the start of a video; null for other clips.</summary>
    public PeopleAtStart? People { get; init; }

    /// <summary>Reasons to doubt the answer, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
