using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Evaluation;

/// <summary>Computes an <see cref="EvaluationReport"/> from predictions.</summary>
internal static class Evaluator
{
    private const int Top = 5;

    /// <param name="header">What was measured.</param>
    /// <param name="vocabulary">The model's glosses, in the order of the probabilities.</param>
    /// <param name="predictions">One per clip, at least one.</param>
    /// <param name="unsureBelow">The confidence 0..1 below which an answer is unsure; null for no threshold.</param>
    /// <exception cref="ArgumentException">There are no predictions, or the probabilities do not match the vocabulary.</exception>
    public static EvaluationReport Evaluate(
        ReportHeader header, IReadOnlyList<string> vocabulary, IReadOnlyList<ClipPrediction> predictions, float? unsureBelow)
    {
        ArgumentOutOfRangeException.ThrowIfZero(predictions.Count);
        ClipVerdict[] verdicts = [.. predictions.Select(prediction => ClipVerdict.From(prediction, vocabulary))];
        ClipVerdict[] known = [.. verdicts.Where(verdict => verdict.Rank is not null)];
        SortedDictionary<string, SignerScore> signers = ScoreSigners(verdicts);
        SortedDictionary<string, GlossScore> glosses = ScoreGlosses(verdicts);
        IntervalMethod by = signers.Count >= 2 ? IntervalMethod.Signer : IntervalMethod.Clip;
        Interval interval = FindInterval(verdicts, by, verdict => verdict.IsRight);
        double macroF1 = glosses.Values.Average(score => score.F1);
        return new EvaluationReport
        {
            Header = header,
            Clips = verdicts.Length,
            Top1 = Fraction(verdicts, verdict => verdict.IsRight),
            Low = interval.Low,
            High = interval.High,
            IntervalBy = by,
            Top5 = Fraction(verdicts, verdict => verdict.Rank <= Top),
            Top5Interval = FindInterval(verdicts, by, verdict => verdict.Rank <= Top),
            MacroF1 = macroF1,
            MacroF1Interval = MacroF1.IntervalOf(macroF1, by == IntervalMethod.Signer ? [.. BySigner(verdicts)] : [verdicts]),
            Mirrored = ScoreMirrored(verdicts, by),
            IncludeLabels = LabelScores.From(verdicts, by),
            OutOfVocabulary = verdicts.Length - known.Length,
            Top1InVocabulary = known.Length == 0 ? null : Fraction(known, verdict => verdict.IsRight),
            Unsure = unsureBelow is { } threshold ? UnsureScore.From(verdicts, threshold) : null,
            Reliability = ReliabilityScore.From(verdicts),
            PerSigner = signers,
            PerGloss = glosses,
            Confusions = CountConfusions(verdicts),
            Verdicts = verdicts,
            Order = GlossOrder.Create(vocabulary, predictions, verdicts.Select(verdict => verdict.Predicted)),
        };
    }

    private static SortedDictionary<string, SignerScore> ScoreSigners(ClipVerdict[] verdicts) => new(
        verdicts.Where(verdict => verdict.Signer is not null)
            .GroupBy(verdict => verdict.Signer!)
            .ToDictionary(group => group.Key, group => SignerScore.From([.. group])),
        StringComparer.Ordinal);

    private static SortedDictionary<string, GlossScore> ScoreGlosses(ClipVerdict[] verdicts)
    {
        Dictionary<string, int> predicted = verdicts.CountBy(verdict => verdict.Predicted).ToDictionary();
        return new SortedDictionary<string, GlossScore>(
            verdicts.GroupBy(verdict => verdict.Gloss)
                .ToDictionary(group => group.Key, group => GlossScore.From([.. group], predicted.GetValueOrDefault(group.Key))),
            StringComparer.Ordinal);
    }

    private static MirroredScore? ScoreMirrored(ClipVerdict[] verdicts, IntervalMethod by)
    {
        if (Array.Exists(verdicts, verdict => verdict.MirroredPredicted is null))
        {
            return null;
        }

        Interval interval = FindInterval(verdicts, by, verdict => verdict.IsMirroredRight);
        return new MirroredScore(Fraction(verdicts, verdict => verdict.IsMirroredRight), interval.Low, interval.High);
    }

    internal static Interval FindInterval(ClipVerdict[] verdicts, IntervalMethod by, Func<ClipVerdict, bool> isHit) =>
        by == IntervalMethod.Signer
            ? SignerBootstrap.Compute([.. BySigner(verdicts).Select(signer => (signer.Count(isHit), signer.Length))])
            : WilsonInterval.Compute(verdicts.Count(isHit), verdicts.Length);

    /// <summary>Clips without a known signer form one more group, because they may be of one person.</summary>
    private static IEnumerable<ClipVerdict[]> BySigner(ClipVerdict[] verdicts) =>
        verdicts.GroupBy(verdict => verdict.Signer).Select(signer => signer.ToArray());

    private static Confusion[] CountConfusions(ClipVerdict[] verdicts) =>
    [
        .. verdicts.Where(verdict => !verdict.IsRight)
            .CountBy(verdict => (verdict.Gloss, verdict.Predicted))
            .Select(pair => new Confusion(pair.Key.Gloss, pair.Key.Predicted, pair.Value))
            .OrderByDescending(confusion => confusion.Clips)
            .ThenBy(confusion => confusion.Gloss, StringComparer.Ordinal)
            .ThenBy(confusion => confusion.Predicted, StringComparer.Ordinal),
    ];

    private static double Fraction(ClipVerdict[] verdicts, Func<ClipVerdict, bool> isHit) =>
        (double)verdicts.Count(isHit) / verdicts.Length;
}
