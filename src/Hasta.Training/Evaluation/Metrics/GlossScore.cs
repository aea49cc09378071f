namespace Hasta.Training.Evaluation.Metrics;

/// <summary>One gloss that at least one clip carries. All fractions 0..1.</summary>
internal sealed record GlossScore
{
    /// <summary>Clips that carry the gloss, above 0.</summary>
    public required int Clips { get; init; }

    /// <summary>The fraction of them recognised: the gloss's recall.</summary>
    public required double Top1 { get; init; }

    /// <summary>Lower end of the recall's 95% interval (<see cref="WilsonInterval"/>).</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the recall's 95% interval.</summary>
    public required double High { get; init; }

    /// <summary>Of the clips called by this gloss, the fraction that carry it; 0 when none was.</summary>
    public required double Precision { get; init; }

    /// <summary>Harmonic mean of recall and precision; 0 when both are.</summary>
    public required double F1 { get; init; }

    /// <summary>False when the model does not know the gloss and so cannot be right.</summary>
    public required bool InVocabulary { get; init; }

    internal static GlossScore From(IReadOnlyCollection<ClipVerdict> verdicts, int called)
    {
        int hits = verdicts.Count(verdict => verdict.IsRight);
        Interval interval = WilsonInterval.Compute(hits, verdicts.Count);
        return new GlossScore
        {
            Clips = verdicts.Count,
            Top1 = (double)hits / verdicts.Count,
            Low = interval.Low,
            High = interval.High,
            Precision = called == 0 ? 0 : (double)hits / called,
            F1 = 2.0 * hits / (verdicts.Count + called),
            InVocabulary = verdicts.First().Rank is not null,
        };
    }
}
