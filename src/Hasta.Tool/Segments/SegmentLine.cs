using System.Text.Json.Serialization;
using Hasta.Recognition;

namespace Hasta.Tool.Segments;

/// <summary>
/// A segment of <see cref="SegmentJson"/>. If <c>unsure</c>, do not act on the gloss; <c>reason</c> says why, and is null otherwise.
/// </summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds, after <paramref name="Start"/>.</param>
/// <param name="Gloss">The most probable gloss; null if the segment shows no sign.</param>
internal sealed record SegmentLine(double Start, double End, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Gloss)
{
    public string? Display => Gloss is null ? null : GlossInfo.DisplayOf(Gloss);

    public string? Hindi => Gloss is null ? null : GlossInfo.Find(Gloss)?.Hindi;

    /// <summary>0..1; null if the segment shows no sign.</summary>
    public double? Confidence { get; init; }

    public required bool Unsure { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public UnsureKind? ReasonCode { get; init; }

    /// <summary>Up to five, most likely first; empty if the segment shows no sign.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    public static SegmentLine From(SignSegment segment) =>
        new(segment.Start.TotalSeconds, segment.End.TotalSeconds, segment.HasGloss ? segment.Result.Gloss : null)
        {
            Confidence = segment.HasGloss ? segment.Result.Confidence : null,
            Unsure = segment.Result.Unsure,
            Reason = segment.Result.Reason?.Text,
            ReasonCode = segment.Result.Reason?.Kind,
            Candidates = segment.HasGloss ? segment.Result.Candidates : [],
        };
}
