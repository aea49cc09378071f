using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private const double Tolerance = 1e-12;
    private static readonly string[] Vocabulary = ["eat", "go", "house", "milk", "rain", "sun", "tree"];

    [Fact]
    public void Accuracy_and_macro_F1_match_a_manual_count()
    {
        EvaluationReport report = Evaluate(("eat", "eat", "A"), ("eat", "eat", "A"), ("eat", "go", "B"), ("go", "go", "B"));

        Assert.Equal((4, 0.75, 0), (report.Clips, report.Top1, report.OutOfVocabulary));
        Assert.Equal(0.8, report.PerGloss["eat"].F1, Tolerance);
        Assert.Equal(2.0 / 3, report.PerGloss["go"].F1, Tolerance);
        Assert.Equal(0.5, report.PerGloss["go"].Precision, Tolerance);
        Assert.Equal((0.8 + (2.0 / 3)) / 2, report.MacroF1, Tolerance);
        Assert.Equal((2, 1.0, 0.5), (report.PerSigner["A"].Clips, report.PerSigner["A"].Top1, report.PerSigner["B"].Top1));
        Assert.Equal([new Confusion("eat", "go", 1)], report.Confusions);
    }

    [Fact]
    public void Top5_ends_after_the_fifth_candidate()
    {
        // "eat" leads; the others follow in vocabulary order, so "rain" is fifth and "sun" sixth.
        EvaluationReport report = Evaluate(("rain", "eat", "A"), ("sun", "eat", "A"));

        Assert.Equal([5, 6], report.Verdicts.Select(verdict => verdict.Rank));
        Assert.Equal((0, 0.5), (report.Top1, report.Top5));
    }

    [Fact]
    public void A_gloss_outside_the_vocabulary_counts_as_a_miss_and_is_reported()
    {
        EvaluationReport report = Evaluate(("eat", "eat", "A"), ("zebra", "go", "A"));

        Assert.Equal((2, 0.5, 1, 1.0), (report.Clips, report.Top1, report.OutOfVocabulary, report.Top1InVocabulary));
        Assert.False(report.PerGloss["zebra"].InVocabulary);
        Assert.Equal([new Confusion("zebra", "go", 1)], report.Confusions);
    }

    [Fact]
    public void Confusions_are_ordered_by_frequency()
    {
        EvaluationReport report = Evaluate(("sun", "eat", "A"), ("go", "sun", "A"), ("go", "sun", "B"), ("go", "eat", "B"));

        Assert.Equal([new("go", "sun", 2), new("go", "eat", 1), new Confusion("sun", "eat", 1)], report.Confusions);
    }

    [Fact]
    public void Below_the_threshold_the_model_is_unsure()
    {
        ClipPrediction[] predictions =
        [
            Verdicts.Clip("eat", "eat", "A", Vocabulary, confidence: 0.9f),
            Verdicts.Clip("go", "eat", "A", Vocabulary, confidence: 0.4f),
        ];

        Assert.Equal(new UnsureScore(0.5f, 0.5, 1), Evaluator.Evaluate(Verdicts.Header, Vocabulary, predictions, 0.5f).Unsure);
        Assert.Null(Evaluator.Evaluate(Verdicts.Header, Vocabulary, predictions, 0.95f).Unsure!.Top1WhenSure);
    }

    [Fact]
    public void A_clip_without_a_sign_is_unsure_whatever_its_confidence()
    {
        ClipPrediction[] predictions =
        [
            Verdicts.Clip("eat", "eat", "A", Vocabulary, confidence: 0.9f),
            Verdicts.Clip("go", "eat", "A", Vocabulary, confidence: 0.9f) with { ShowsNoSign = true },
        ];

        Assert.Equal(new UnsureScore(0.5f, 0.5, 1), Evaluator.Evaluate(Verdicts.Header, Vocabulary, predictions, 0.5f).Unsure);
    }

    [Fact]
    public void The_interval_is_by_clip_for_one_signer_and_by_signer_for_two()
    {
        Assert.Equal(IntervalMethod.Clip, Evaluate(("eat", "eat", "A"), ("go", "eat", "A")).IntervalBy);
        Assert.Equal(IntervalMethod.Signer, Evaluate(("eat", "eat", "A"), ("go", "eat", "B")).IntervalBy);
    }

    [Fact]
    public void Mirrored_clips_are_counted_separately()
    {
        string[] answers = ["eat", "go", "go"];
        ClipPrediction[] clips =
        [
            .. answers.Select(predicted =>
                Verdicts.Clip("eat", "eat", "A", Vocabulary) with
                {
                    Mirrored = Verdicts.Clip("eat", predicted, "A", Vocabulary).Probabilities,
                }),
        ];

        EvaluationReport report = Evaluator.Evaluate(Verdicts.Header, Vocabulary, clips, null);

        Interval interval = WilsonInterval.Compute(1, 3);
        Assert.Equal((1.0, new MirroredScore(1.0 / 3, interval.Low, interval.High)), (report.Top1, report.Mirrored));
        Assert.Null(Evaluate(("eat", "eat", "A")).Mirrored);
    }

    [Fact]
    public void The_calibration_error_matches_a_manual_count()
    {
        // 0.9 and 0.92 are in the bin up to 14/15, 0.5 is in the bin up to 8/15; each bin's gap is weighted by its number of clips.
        ClipPrediction[] clips =
        [
            Verdicts.Clip("eat", "eat", "A", Vocabulary, confidence: 0.9f),
            Verdicts.Clip("go", "eat", "A", Vocabulary, confidence: 0.92f),
            Verdicts.Clip("go", "go", "A", Vocabulary, confidence: 0.5f),
        ];

        ReliabilityScore score = Evaluator.Evaluate(Verdicts.Header, Vocabulary, clips, null).Reliability;

        Assert.Equal(((2 * (0.91 - 0.5)) + 0.5) / 3, score.Ece, 1e-6);
        Assert.Equal((15, 3), (score.Bins.Count, score.Bins.Sum(bin => bin.Clips)));
        Assert.Equal((2, 1), (score.Bins[13].Clips, score.Bins[13].Right));
        Assert.Equal((1, 1), (score.Bins[7].Clips, score.Bins[7].Right));
        Assert.Null(score.Bins[0].Confidence);
    }

    [Fact]
    public void The_macro_F1_interval_contains_the_value_and_grows_with_differences_between_signers()
    {
        string[] signers = ["A", "B", "C", "D"];
        (string, string, string)[] Clips(Func<int, bool> right) =>
            [
                .. from signer in Enumerable.Range(0, 4)
                   from i in Enumerable.Range(0, 20)
                   select (
                       Vocabulary[i % 5],
                       right((signer * 20) + i) ? Vocabulary[i % 5] : Vocabulary[(i + 1) % 5],
                       signers[signer]),
            ];
        EvaluationReport even = Evaluate(Clips(i => i % 4 != 0));
        EvaluationReport uneven = Evaluate(Clips(i => i >= 20));

        Assert.InRange(even.MacroF1, even.MacroF1Interval.Low, even.MacroF1Interval.High);
        Assert.True(
            uneven.MacroF1Interval.High - uneven.MacroF1Interval.Low > 1.5 * (even.MacroF1Interval.High - even.MacroF1Interval.Low));
        Assert.Equal(even.MacroF1Interval, Evaluate(Clips(i => i % 4 != 0)).MacroF1Interval);
        Assert.Equal(new Interval(1, 1), Evaluate(Clips(_ => true)).MacroF1Interval);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(1.5f)]
    public void An_invalid_probability_is_rejected(float probability)
    {
        ClipPrediction bad = new() { Clip = "a", Gloss = "x", Probabilities = [probability] };

        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(Verdicts.Header, ["x"], [bad], null));
    }

    private static EvaluationReport Evaluate(params (string Gloss, string Predicted, string Signer)[] clips) =>
        Evaluator.Evaluate(
            Verdicts.Header,
            Vocabulary,
            [.. clips.Select(clip => Verdicts.Clip(clip.Gloss, clip.Predicted, clip.Signer, Vocabulary))],
            null);
}
