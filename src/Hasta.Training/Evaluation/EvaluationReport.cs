using System.Text.Json.Serialization;
using Hasta.Datasets.Leakage;
using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Evaluation;

/// <summary>
/// What a model is worth on some clips. All fractions are 0..1 and over all clips: one whose gloss lies outside the
/// vocabulary counts as not recognised, and <see cref="OutOfVocabulary"/> says how many there are.
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

    /// <summary>How the interval was found.</summary>
    public required IntervalMethod IntervalBy { get; init; }

    /// <summary>The fraction whose gloss is among the five most probable.</summary>
    public required double Top5 { get; init; }

    /// <summary>95%, found as the headline's.</summary>
    public required Interval Top5Interval { get; init; }

    /// <summary>The mean F1 of the glosses that some clip carries, each gloss weighing the same.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>95%, by drawing signers and clips again.</summary>
    public required Interval MacroF1Interval { get; init; }

    /// <summary>Null when no mirrored clips were measured.</summary>
    public required MirroredScore? Mirrored { get; init; }

    /// <summary>Null where no clip is one of INCLUDE whose label is said to be wrong.</summary>
    public LabelScores? IncludeLabels { get; init; }

    /// <summary>Clips whose gloss the model does not know.</summary>
    public required int OutOfVocabulary { get; init; }

    /// <summary>The fraction recognised of the clips whose gloss the model knows; null when there are none.</summary>
    public required double? Top1InVocabulary { get; init; }

    /// <summary>Null when no threshold was given.</summary>
    public required UnsureScore? Unsure { get; init; }

    /// <summary>What a confidence is worth.</summary>
    public required ReliabilityScore Reliability { get; init; }

    /// <summary>By signer, in the signers' order; clips without a known signer stand in none.</summary>
    public required IReadOnlyDictionary<string, SignerScore> PerSigner { get; init; }

    /// <summary>By gloss, in the glosses' order: all glosses that some clip carries.</summary>
    public required IReadOnlyDictionary<string, GlossScore> PerGloss { get; init; }

    /// <summary>All ways to be wrong that occurred, the most frequent first.</summary>
    public required IReadOnlyList<Confusion> Confusions { get; init; }

    /// <summary>Pairs of a clip that shaped the model and one of these that ought not to be: where there are any, the figures are too good.</summary>
    [JsonIgnore]
    public IReadOnlyList<Leak> LeakPairs { get; init; } = [];

    /// <summary>How many of them there are, by kind; kinds without any are left out.</summary>
    public IReadOnlyDictionary<LeakKind, LeakCount> Leaks => LeakPairs.GroupBy(leak => leak.Kind).ToDictionary(kind => kind.Key, LeakCount.From);

    /// <summary>Glosses that are mixed up stand beside each other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required GlossOrder Order { get; init; }

    /// <summary>What the model was wrong of and surest, the surest first; empty where no landmarks were at hand.</summary>
    [JsonIgnore]
    public IReadOnlyList<WorstClip> Worst { get; init; } = [];

    /// <summary>All clips, in the order given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IReadOnlyList<ClipVerdict> Verdicts { get; init; }
}
