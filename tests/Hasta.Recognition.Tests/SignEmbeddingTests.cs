
namespace Hasta.Recognition.Tests;

public sealed class SignEmbeddingTests
{
    [Fact]
    public void Values_have_unit_length() => Assert.Equal([0.6f, -0.8f], new SignEmbedding([3, -4]).Values.ToArray());

    [Theory]
    [InlineData(5, 0, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(-1, 0, -1)]
    [InlineData(0, 0, 0)]
    public void Similarity_is_the_cosine(float x, float y, double cosine) =>
        Assert.Equal(cosine, new SignEmbedding([2, 0]).Similarity(new SignEmbedding([x, y])), 6);

    [Fact]
    public void Embeddings_of_other_models_are_rejected() =>
        Assert.Throws<ArgumentException>(() => new SignEmbedding([1, 0]).Similarity(new SignEmbedding([1, 0, 0])));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.MaxValue)]
    public void Values_must_be_finite(float value) => Assert.Throws<ArgumentException>(() => new SignEmbedding([value, value]));
}
