using System.Numerics;
using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Training.Data;
using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Tests.Evaluation.Metrics;

public sealed class LeftOutStatisticsTests
{
    private static readonly LoadedClip[] Training =
    [
        Clip("Deaf", "a"), Clip("Deaf", "a"), Clip("Deaf", "b"), Clip("Woman", "a"), Clip("Woman", "b"), Clip("Book", "a"),
    ];

    [Fact]
    public void Signers_and_clips_are_those_of_training()
    {
        GlossStatistics deaf = LeftOutStatistics.Compute(Training, [])["Deaf"];

        Assert.Equal((2, 3, null), (deaf.Signers, deaf.Clips, deaf.Top1));
        Assert.Empty(deaf.Similar);
    }

    [Fact]
    public void Top1_is_the_mean_over_left_out_signers()
    {
        LeftOutAnswer[] answers = [.. Answers("a", "Deaf", "I", 1, of: 1), .. Answers("b", "Deaf", "I", 2, of: 8)];

        Assert.Equal(0.375, LeftOutStatistics.Compute(Training, answers)["Deaf"].Top1); // 0 of 1, and 6 of 8
    }

    [Fact]
    public void A_gloss_of_a_single_signer_was_not_measured()
    {
        var statistics = LeftOutStatistics.Compute(Training, [.. Answers("a", "Book", "Deaf", 9, of: 9)]);

        Assert.Null(statistics["Book"].Top1);
        Assert.Empty(statistics["Deaf"].Similar);
    }

    [Fact]
    public void Frequent_confusions_are_similar_in_both_directions()
    {
        var statistics = LeftOutStatistics.Compute(
            Training, [.. Answers("a", "Deaf", "Woman", 4, of: 10), .. Answers("a", "Woman", "Woman", 9, of: 9)]);

        Assert.Equal(["Woman"], statistics["Deaf"].Similar);
        Assert.Equal(["Deaf"], statistics["Woman"].Similar);
    }

    [Fact]
    public void Rare_confusions_are_chance() => Assert.Empty(LeftOutStatistics.Compute(
        Training, [.. Answers("a", "Deaf", "Woman", 2, of: 4), .. Answers("b", "Woman", "Deaf", 10, of: 100)])["Deaf"].Similar);

    [Fact]
    public void A_gloss_has_at_most_three_similar_the_most_frequent_first()
    {
        LeftOutAnswer[] answers =
        [
            .. Answers("a", "Deaf", "Again", 5, of: 5), .. Answers("a", "Deaf", "I", 6, of: 6),
            .. Answers("a", "Deaf", "Bye", 7, of: 7), .. Answers("a", "Deaf", "Man", 8, of: 8),
        ];

        Assert.Equal(["Man", "Bye", "I"], LeftOutStatistics.Compute(Training, answers)["Deaf"].Similar);
    }

    private static IEnumerable<LeftOutAnswer> Answers(string signer, string gloss, string answer, int count, int of) =>
        Enumerable.Range(0, of).Select(i => new LeftOutAnswer(signer, gloss, i < count ? answer : gloss));

    private static LoadedClip Clip(string gloss, string signer) =>
        new("clip", gloss, signer, new NormalizedSequence(new Vector2[BodyPoints.Count], [true], [true]));
}
