using Hasta.Recognition;
using Hasta.Training.Evaluation.Enrollment;

namespace Hasta.Training.Tests.Evaluation;

/// <summary>Embeddings on a circle, by their angle in degrees.</summary>
public sealed class EnrollmentScorerTests
{
    private static readonly EmbeddedClip[] Trained = [Clip("a", "Book", 0), Clip("a", "Book", 10), Clip("b", "Pen", 180)];

    [Fact]
    public void A_take_is_the_nearest_enrolled_sign_or_a_known_word()
    {
        EmbeddedClip[] heldOut =
        [
            Clip("a", "Tree", 90), Clip("a", "Water", 270),
            Clip("b", "Tree", 100), Clip("b", "Tree", 110), Clip("b", "Water", 95), Clip("b", "Water", 190),
        ];

        EnrollmentTrial trial = Scorer([], heldOut).Score("a", "b", count: 1)!;

        Assert.Equal((2, 4), (trial.Signs, trial.Tested));
        Assert.Equal((0.5, 0.25, 0.25), (trial.Right, trial.Wrong, trial.Known));
        Assert.Null(trial.Takeover);
    }

    [Fact]
    public void Takeover_counts_strangers_takes_of_the_models_words()
    {
        EmbeddedClip[] strange = [Clip("c", "Book", 20), Clip("c", "Book", 80), Clip("b", "Pen", 90)];
        EmbeddedClip[] heldOut = [Clip("a", "Tree", 90), Clip("c", "Tree", 91)];

        EnrollmentTrial trial = Scorer(strange, heldOut).Score("a", "c", count: 1)!;

        Assert.Equal(0.5, trial.Takeover);
    }

    [Fact]
    public void The_same_source_is_tested_on_takes_that_are_not_enrolled()
    {
        EmbeddedClip[] heldOut = [Clip("a", "Tree", 90), Clip("a", "Tree", 95), Clip("a", "Tree", 100), Clip("a", "Water", 270)];
        var scorer = Scorer([], heldOut);

        Assert.Equal((1, 2), (scorer.Score("a", "a", count: 1)!.Signs, scorer.Score("a", "a", count: 1)!.Tested));
        Assert.Null(scorer.Score("b", "a", count: 1));
    }

    [Fact]
    public void Sources_weigh_the_same_in_the_summary()
    {
        EnrollmentTrial trial = new()
        {
            From = "a",
            To = "b",
            Takes = 1,
            Signs = 1,
            Tested = 1,
            Right = 1,
            Wrong = 0,
            Known = 0,
        };
        EnrollmentSummary summary = Assert.Single(EnrollmentSummary.From(
            [trial, trial with { From = "c" }, trial with { To = "d", Right = 0, Known = 1, Takeover = 0.25 }]));

        Assert.Equal((1, 2, 0.5, 0.5, 0.25), (summary.Takes, summary.Sources, summary.Right, summary.Known, summary.Takeover));
    }

    [Fact]
    public void Signs_and_pairs_with_too_little_data_are_left_out()
    {
        EmbeddedClip[] heldOut =
        [
            Clip("a", "Tree", 90), Clip("a", "Tree", 95), Clip("a", "Water", 270), Clip("b", "Tree", 1), Clip("b", "Water", 2),
        ];

        Assert.Equal(1, new EnrollmentScorer(Trained, [], heldOut) { MinTakes = 2, MinSigns = 1 }.Score("a", "b", count: 1)!.Signs);
        Assert.Null(new EnrollmentScorer(Trained, [], heldOut) { MinTakes = 2, MinSigns = 2 }.Score("a", "b", count: 1));
    }

    private static EnrollmentScorer Scorer(EmbeddedClip[] strange, EmbeddedClip[] heldOut) =>
        new(Trained, strange, heldOut) { MinTakes = 1, MinSigns = 1 };

    private static EmbeddedClip Clip(string source, string gloss, double degrees) =>
        new(source, gloss, new SignEmbedding([(float)Math.Cos(degrees * Math.PI / 180), (float)Math.Sin(degrees * Math.PI / 180)]));
}
