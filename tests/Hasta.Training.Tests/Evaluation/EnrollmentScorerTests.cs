using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.Training.Evaluation.Enrollment;

namespace Hasta.Training.Tests.Evaluation;

/// <summary>Embeddings on a circle, by their angle in degrees.</summary>
public sealed class EnrollmentScorerTests
{
    private static readonly EnrollmentRule NearestPoint = new() { KnownWeight = 1, MinScore = 0 };

    private static readonly SignIndex Known = new(
        [new SignPrototype("Book", At(5)), new SignPrototype("Pen", At(180))]);

    [Fact]
    public void A_take_is_the_nearest_enrolled_sign_or_a_known_word()
    {
        EmbeddedClip[] heldOut =
        [
            Clip("a", "Tree", 90), Clip("a", "Water", 270),
            Clip("b", "Tree", 100), Clip("b", "Tree", 110), Clip("b", "Water", 95), Clip("b", "Water", 190),
        ];
        EnrollmentScorer scorer = Scorer([], heldOut);

        EnrollmentTask task = scorer.BetweenSources("a", "b", count: 1)!;
        EnrollmentRates rates = scorer.Score(task, NearestPoint);

        Assert.Equal((2, 4), (task.Enrolled.Count, task.Tested.Count));
        Assert.Equal((0.5, 0.25, 0.25), (rates.Right, rates.Wrong, rates.Known));
        Assert.Null(rates.Takeover);
    }

    [Fact]
    public void Takeover_counts_strangers_takes_of_the_models_words()
    {
        EmbeddedClip[] strange = [Clip("c", "Book", 20), Clip("c", "Book", 80), Clip("b", "Pen", 90)];
        EmbeddedClip[] heldOut = [Clip("a", "Tree", 90), Clip("c", "Tree", 91)];
        EnrollmentScorer scorer = Scorer(strange, heldOut);

        EnrollmentTask task = scorer.BetweenSources("a", "c", count: 1)!;

        Assert.Equal(0.5, scorer.Score(task, NearestPoint).Takeover);
        Assert.Equal(0, scorer.Score(task, NearestPoint with { MinScore = 0.9 }).Takeover);
    }

    [Fact]
    public void A_signer_is_tested_on_takes_that_are_not_enrolled()
    {
        EmbeddedClip[] heldOut = [Clip("a", "Tree", 90), Clip("a", "Tree", 95), Clip("a", "Tree", 100), Clip("a", "Water", 270)];
        EnrollmentScorer scorer = Scorer([], heldOut);

        Assert.Equal((1, 2), (scorer.SameSigner("a", count: 1)!.Enrolled.Count, scorer.SameSigner("a", count: 1)!.Tested.Count));
        Assert.Null(scorer.SameSigner("b", count: 1));
    }

    [Fact]
    public void Several_takes_of_a_sign_are_one_point()
    {
        EmbeddedClip[] heldOut = [Clip("a", "Tree", 60), Clip("a", "Tree", 120), Clip("b", "Tree", 90)];
        EnrollmentScorer scorer = Scorer([], heldOut);

        EnrollmentTask task = scorer.BetweenSources("a", "b", count: 2)!;

        Assert.Equal(1, scorer.Score(task, new EnrollmentRule { KnownWeight = 0, MinScore = 0.999 }).Right);
    }

    [Fact]
    public void Sources_weigh_the_same_in_the_summary()
    {
        EnrollmentTrial trial = Trial("b", right: 1);
        EnrollmentSummary summary = EnrollmentSummary.From(
            [trial, trial with { From = "c" }, Trial("d", right: 0) with { Rates = Trial("d", right: 0).Rates with { Takeover = 0.25 } }])!;

        Assert.Equal((2, 0.5, 0.5, 0.25), (summary.Sources, summary.Rates.Right, summary.Rates.Known, summary.Rates.Takeover));
        Assert.Null(EnrollmentSummary.From([]));
    }

    [Fact]
    public void Signs_and_pairs_with_too_little_data_are_left_out()
    {
        EmbeddedClip[] heldOut =
        [
            Clip("a", "Tree", 90), Clip("a", "Tree", 95), Clip("a", "Water", 270), Clip("b", "Tree", 1), Clip("b", "Water", 2),
        ];

        Assert.Single(new EnrollmentScorer(Known, [], heldOut) { MinTakes = 2, MinSigns = 1 }.BetweenSources("a", "b", count: 1)!.Enrolled);
        Assert.Null(new EnrollmentScorer(Known, [], heldOut) { MinTakes = 2, MinSigns = 2 }.BetweenSources("a", "b", count: 1));
    }

    private static EnrollmentScorer Scorer(EmbeddedClip[] strange, EmbeddedClip[] heldOut) =>
        new(Known, strange, heldOut) { MinTakes = 1, MinSigns = 1 };

    private static EnrollmentTrial Trial(string tested, double right) => new()
    {
        From = "a",
        To = tested,
        Takes = 1,
        Signs = 1,
        Tested = 1,
        Rule = NearestPoint,
        Rates = new EnrollmentRates { Right = right, Wrong = 0, Known = 1 - right },
    };

    private static EmbeddedClip Clip(string source, string gloss, double degrees) => new((source, source), gloss, At(degrees));

    private static SignEmbedding At(double degrees) =>
        new([(float)Math.Cos(degrees * Math.PI / 180), (float)Math.Sin(degrees * Math.PI / 180)]);
}
