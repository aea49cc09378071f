using Hasta.Training.Evaluation.Strangers;

namespace Hasta.Training.Tests.Evaluation.Strangers;

public sealed class StrangersReportTests
{
    /// <summary>
    /// Two answers per source: right and sure, then right or wrong and less sure. "x" is a word that the model does not know.
    /// </summary>
    private static readonly SourceFold[] Folds =
    [
        Fold("good", Answer("a", 4, 0, 0), Answer("b", 0, 2, 0), Answer("x", 0.5f, 0, 0)),
        Fold("fair", Answer("a", 3, 0, 0), Answer("b", 1, 0, 0)),
        Fold("bad", Answer("a", 0, 5, 0), Answer("c", 0, 1, 0)),
        Fold("mixed", Answer("c", 0, 0, 6), Answer("a", 0, 0, 1)),
    ];

    [Fact]
    public void Sources_weigh_the_same_and_the_worst_come_first()
    {
        var report = StrangersReport.From(Folds, temperature: 1);

        Assert.Equal(["bad", "fair", "mixed", "good"], report.Sources.Select(source => source.Source));
        Assert.Equal((0 + 0.5 + 0.5 + 1) / 4, report.Mean, 1e-9);
        Assert.Equal(0, report.WorstQuartile);
        Assert.Equal(1, report.Top5); // three words
        Assert.Equal(["a -> b 1", "c -> b 1"], report.Sources[0].Confusions.Order());
    }

    [Fact]
    public void Answers_are_accepted_from_the_surest_while_95_percent_are_right()
    {
        // By confidence: right 6, wrong 5, right 4, ... : only the first answer, an eighth of all, reaches 95%.
        Assert.Equal(1 / 8.0, StrangersReport.From(Folds, 1).CoverageAtPrecision, 1e-9);
        Assert.Equal(1, StrangersReport.From([Folds[0]], 1).CoverageAtPrecision, 1e-9);
    }

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_order()
    {
        // The unknown word has the lowest confidence of all.
        Assert.Equal(1, StrangersReport.From(Folds, 1).Auroc!.Value, 1e-9);
        SourceFold sure = Folds[0] with { Answers = [.. Folds[0].Answers, Answer("y", 3, 0, 0)] };
        Assert.Equal(0.75, StrangersReport.From([sure], 1).Auroc!.Value, 1e-9);
        Assert.Null(StrangersReport.From([Folds[1]], 1).Auroc);
    }

    [Fact]
    public void Calibration_error_is_the_gap_between_confidence_and_share_of_right_answers()
    {
        double confidence = Math.Exp(4) / (Math.Exp(4) + 2);

        Assert.Equal(1 - confidence, StrangersReport.From([Fold("one", Answer("a", 4, 0, 0))], 1).Ece, 1e-6);
        Assert.Equal(confidence, StrangersReport.From([Fold("one", Answer("b", 4, 0, 0))], 1).Ece, 1e-6);
    }

    [Fact]
    public void An_overconfident_model_gets_a_temperature_above_one()
    {
        SourceFold[] wrongAndSure = [Fold("one", Answer("a", 9, 0, 0), Answer("b", 9, 0, 0), Answer("a", 9, 0, 0))];
        SourceFold[] rightAndUnsure = [Fold("one", Answer("a", 0.1f, 0, 0), Answer("b", 0, 0.1f, 0))];

        Assert.True(StrangersReport.FitTemperature(wrongAndSure) > 2);
        Assert.True(StrangersReport.FitTemperature(rightAndUnsure) < 1);
    }

    [Fact]
    public void Seeds_of_a_source_are_averaged()
    {
        SourceFold other = Folds[1] with { Seed = 2, Answers = [Answer("a", 3, 0, 0), Answer("b", 0, 1, 0)] };

        Assert.Equal(0.75, Assert.Single(StrangersReport.From([Folds[1], other], 1).Sources).Top1, 1e-9);
    }

    [Fact]
    public void Some_words_can_be_scored_alone()
    {
        SourceFold only = Folds[0].Only(new HashSet<string> { "a" });

        Assert.Equal(["a", "x"], only.Answers.Select(answer => answer.Gloss));
        Assert.Equal("a", Assert.Single(only.Known).Gloss);
    }

    private static SourceFold Fold(string source, params FoldAnswer[] answers) => new()
    {
        Source = source,
        Seed = 1,
        Fingerprint = "made",
        Glosses = ["a", "b", "c"],
        Parameters = 1,
        Seconds = 1,
        Answers = answers,
    };

    private static FoldAnswer Answer(string gloss, params float[] logits) => new(gloss, gloss, logits, logits);
}
