using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Tests.Evaluation;

public sealed class SimilarGlossesTests
{
    [Fact]
    public void Frequent_confusions_are_found_in_both_directions()
    {
        var similar = SimilarGlosses.Find([.. Answers("Deaf", "Woman", 4, of: 10), .. Answers("Woman", "Woman", 9, of: 9)]);

        Assert.Equal(["Deaf", "Woman"], similar.Keys);
        Assert.Equal(["Woman"], similar["Deaf"]);
        Assert.Equal(["Deaf"], similar["Woman"]);
    }

    [Fact]
    public void Rare_confusions_are_chance() =>
        Assert.Empty(SimilarGlosses.Find([.. Answers("Deaf", "Woman", 2, of: 4), .. Answers("You", "Again", 10, of: 100)]));

    [Fact]
    public void A_gloss_has_at_most_three_the_most_frequent_first()
    {
        (string, string)[] answers =
        [
            .. Answers("You", "Again", 5, of: 5), .. Answers("You", "I", 6, of: 6),
            .. Answers("You", "Bye", 7, of: 7), .. Answers("You", "Man", 8, of: 8),
        ];

        Assert.Equal(["Man", "Bye", "I"], SimilarGlosses.Find(answers)["You"]);
    }

    private static IEnumerable<(string Gloss, string Answer)> Answers(string gloss, string answer, int count, int of) =>
        Enumerable.Range(0, of).Select(i => (gloss, i < count ? answer : gloss));
}
