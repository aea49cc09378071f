namespace Hasta.Training.Evaluation.Strangers;

/// <summary>One source's figures, mean over seeds, 0..1.</summary>
internal sealed record SourceScore
{
    private const int Candidates = 5;

    public required string Source { get; init; }

    /// <summary>Clips of known words.</summary>
    public required int Clips { get; init; }

    /// <summary>Known words that the source has.</summary>
    public required int Glosses { get; init; }

    public required double Top1 { get; init; }

    public required double Top5 { get; init; }

    public required double Mirrored { get; init; }

    /// <summary>The most frequent confusions: "You -> Again 30".</summary>
    public required IReadOnlyList<string> Confusions { get; init; }

    /// <param name="folds">Of one source, one per seed.</param>
    public static SourceScore From(IReadOnlyList<SourceFold> folds) => new()
    {
        Source = folds[0].Source,
        Clips = folds[0].Known.Count(),
        Glosses = folds[0].Known.Select(answer => answer.Gloss).Distinct().Count(),
        Top1 = Share(folds, (fold, answer) => Rank(fold, answer.Gloss, answer.Logits) < 1),
        Top5 = Share(folds, (fold, answer) => Rank(fold, answer.Gloss, answer.Logits) < Candidates),
        Mirrored = Share(folds, (fold, answer) => Rank(fold, answer.Gloss, answer.Mirrored) < 1),
        Confusions =
        [
            .. folds.SelectMany(fold => fold.Known.Select(answer => (answer.Gloss, Answer: AnswerOf(fold, answer))))
                .Where(pair => pair.Gloss != pair.Answer)
                .CountBy(pair => $"{pair.Gloss} -> {pair.Answer}")
                .OrderByDescending(pair => pair.Value)
                .Take(Candidates)
                .Select(pair => $"{pair.Key} {pair.Value / folds.Count}"),
        ],
    };

    private static string AnswerOf(SourceFold fold, FoldAnswer answer) =>
        fold.Glosses[answer.Logits.Index().MaxBy(logit => logit.Item).Index];

    private static double Share(IReadOnlyList<SourceFold> folds, Func<SourceFold, FoldAnswer, bool> isRight) =>
        folds.Average(fold => fold.Known.Average(answer => isRight(fold, answer) ? 1.0 : 0));

    private static int Rank(SourceFold fold, string gloss, IReadOnlyList<float> logits)
    {
        float truth = logits[fold.IndexOf(gloss)];
        return logits.Count(logit => logit > truth);
    }
}
