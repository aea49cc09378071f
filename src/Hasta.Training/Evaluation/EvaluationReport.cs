using System.Text.Json.Serialization;
using Hasta.Datasets.Leakage;
using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Evaluation;

/// <summary>
/// The accuracy of a model on a set of clips. All fractions are 0..1 and over all clips: a clip whose gloss is outside the
/// vocabulary counts as not recognised, and <see cref="OutOfVocabulary"/> is their number.
/// </summary>
internal sealed record EvaluationReport
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required ReportHeader Header { get; init; }

    public required int Clips { get; init; }

    /// <summary>The fraction recognised.</summary>
    public required double Top1 { get; init; }

    /// <summary>Lower end of the 95% interval of <see cref="Top1"/>.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 95% interval of <see cref="Top1"/>.</summary>
    public required double High { get; init; }

    /// <summary>How the interval was computed.</summary>
    public required IntervalMethod IntervalBy { get; init; }

    /// <summary>The fraction whose gloss is among the five most probable.</summary>
    public required double Top5 { get; init; }

    /// <summary>The 95% interval, computed like that of <see cref="Top1"/>.</summary>
    public required Interval Top5Interval { get; init; }

    /// <summary>The unweighted mean F1 of the glosses that at least one clip has.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>The 95% interval, by resampling signers and clips.</summary>
    public required Interval MacroF1Interval { get; init; }

    /// <summary>Null if no mirrored clips were measured.</summary>
    public required MirroredScore? Mirrored { get; init; }

    /// <summary>Null if no clip is an INCLUDE clip whose label is reported to be wrong.</summary>
    public LabelScores? IncludeLabels { get; init; }

    /// <summary>Clips whose gloss is outside the vocabulary.</summary>
    public required int OutOfVocabulary { get; init; }

    /// <summary>The fraction recognised of the clips whose gloss is in the vocabulary; null if there are none.</summary>
    public required double? Top1InVocabulary { get; init; }

    /// <summary>Null if no threshold was given.</summary>
    public required UnsureScore? Unsure { get; init; }

    /// <summary>How well confidence matches accuracy.</summary>
    public required ReliabilityScore Reliability { get; init; }

    /// <summary>By signer, in ordinal order; clips without a known signer are left out.</summary>
    public required IReadOnlyDictionary<string, SignerScore> PerSigner { get; init; }

    /// <summary>By gloss, in ordinal order; all glosses that at least one clip has.</summary>
    public required IReadOnlyDictionary<string, GlossScore> PerGloss { get; init; }

    /// <summary>All confusions that occurred, the most frequent first.</summary>
    public required IReadOnlyList<Confusion> Confusions { get; init; }

    /// <summary>
    /// Pairs of a clip used to train or validate the model and a measured clip. If there are any, the figures are too good.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<Leak> LeakPairs { get; init; } = [];

    /// <summary>Counts of <see cref="LeakPairs"/> by kind; kinds without any are left out.</summary>
    public IReadOnlyDictionary<LeakKind, LeakCount> Leaks =>
        LeakPairs.GroupBy(leak => leak.Kind).ToDictionary(kind => kind.Key, LeakCount.From);

    /// <summary>An order in which glosses that the model confuses are next to each other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required GlossOrder Order { get; init; }

    /// <summary>The errors with the highest confidence, highest first; empty if landmarks were not available.</summary>
    [JsonIgnore]
    public IReadOnlyList<WorstClip> Worst { get; init; } = [];

    /// <summary>All clips, in the order given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IReadOnlyList<ClipVerdict> Verdicts { get; init; }
}
