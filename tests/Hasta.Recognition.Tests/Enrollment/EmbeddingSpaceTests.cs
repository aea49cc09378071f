using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition.Tests.Enrollment;

public sealed class EmbeddingSpaceTests
{
    [Fact]
    public void A_direction_in_which_takes_of_a_sign_vary_counts_less()
    {
        var space = EmbeddingSpace.Fit(
        [
            Take("a", 0.9f, 0.1f), Take("a", 0.9f, -0.1f), Take("b", -0.9f, 0.5f), Take("b", -0.9f, -0.5f), Take("b", -0.7f, 0),
        ]);

        double along = space.Project([1, 0.5f]).Similarity(space.Project([1, -0.5f]));
        double across = space.Project([1, 0.5f]).Similarity(space.Project([-1, 0.5f]));

        Assert.True(along > 0.7, $"{along}");
        Assert.True(across < -0.7, $"{across}");
    }

    /// <summary>Similarity is the cosine under the inverse of the covariance, whichever root of it is used.</summary>
    [Fact]
    public void Similarity_follows_the_inverse_covariance()
    {
        double[,] covariance = { { 4, 1 }, { 1, 3 } };
        double[,] root = Cholesky.InvertFactor(Cholesky.Factor(covariance));
        double[] first = Multiply(root, [1, 2]);
        double[] second = Multiply(root, [3, -1]);

        // (1 2) (1/11) (3 -1; -1 4) (3 -1)ᵀ = (1 2) (10 -7)ᵀ / 11 = -4 / 11
        Assert.Equal(-4 / 11.0, (first[0] * second[0]) + (first[1] * second[1]), 1e-12);
    }

    [Fact]
    public void One_take_per_signer_leaves_all_directions_equal()
    {
        var space = EmbeddingSpace.Fit([Take("a", 1, 0), Take("b", -1, 0)]);

        Assert.Equal([1, 0, 0, 1], space.Projection.ToArray());
        Assert.Equal([0, 0], space.Mean.ToArray());
    }

    [Fact]
    public void A_projection_of_another_size_is_rejected() =>
        Assert.Throws<ArgumentException>(() => new EmbeddingSpace([0, 0], [1, 0, 0]));

    private static SignTake Take(string gloss, params float[] values) => new(gloss, "anita", values);

    private static double[] Multiply(double[,] matrix, double[] vector) =>
        [(matrix[0, 0] * vector[0]) + (matrix[0, 1] * vector[1]), (matrix[1, 0] * vector[0]) + (matrix[1, 1] * vector[1])];
}
