namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Scores of one gloss that at least one clip has. All fractions are 0..1.</summary>
internal sealed record GlossScore
{
    /// <summary>Clips of the gloss, above 0.</summary>
    public required int Clips { get; init; }

    /// <summary>The fraction of them recognised: the gloss's recall.</summary>
    public required double Top1 { get; init; }

    /// <summary>Lower end of the recall's 95% interval (<see cref="WilsonInterval"/>).</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the recall's 95% interval.</summary>
    public required double High { get; init; }

    /// <summary>Of the clips predicted as this gloss, the fraction that are right; 0 if there are none.</summary>
    public required double Precision { get; init; }

    /// <summary>Harmonic mean of recall and precision; 0 if both are 0.</summary>
    public required double F1 { get; init; }

    /// <summary>False if the gloss is outside the vocabulary, so that the model cannot recognise it.</summary>
    public required bool InVocabulary { get; init; }

    internal static GlossScore From(IReadOnlyCollection<ClipVerdict> verdicts, int predicted)
    {
        int hits = verdicts.Count(verdict => verdict.IsRight);
        Interval interval = WilsonInterval.Compute(hits, verdicts.Count);
        return new GlossScore
        {
            Clips = verdicts.Count,
            Top1 = (double)hits / verdicts.Count,
            Low = interval.Low,
            High = interval.High,
            Precision = predicted == 0 ? 0 : (double)hits / predicted,
            F1 = 2.0 * hits / (verdicts.Count + predicted),
            InVocabulary = verdicts.First().Rank is not null,
        };
    }
}
