using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition.Tests.Enrollment;

public sealed class SignIndexTests
{
    private static readonly SignIndex Index = new([Point("Tree", 1, 0), Point("Water", 0, 1), Point("Tree", 0.8f, 0.6f)]);

    [Fact]
    public void Each_sign_is_found_once_the_most_similar_first() => Assert.Equal(
        [("Tree", 1.0), ("Water", 0.6)],
        Index.Nearest(new SignEmbedding([0.8f, 0.6f]), 5).Select(match => (match.Gloss, Math.Round(match.Similarity, 6))));

    [Fact]
    public void No_more_signs_are_returned_than_requested() => Assert.Single(Index.Nearest(new SignEmbedding([1, 1]), 1));

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Null(new SignIndex([]).Nearest(new SignEmbedding([1, 0])));

    [Fact]
    public void The_takes_of_a_sign_can_be_one_point()
    {
        var means = SignIndex.OfMeans([Point("Tree", 1, 0), Point("Tree", 0, 1)]);

        Assert.Equal(1, means.Count);
        Assert.Equal(1, means.Nearest(new SignEmbedding([1, 1]))!.Similarity, 1e-6);
    }

    private static SignPrototype Point(string gloss, params float[] values) => new(gloss, new SignEmbedding(values));
}
