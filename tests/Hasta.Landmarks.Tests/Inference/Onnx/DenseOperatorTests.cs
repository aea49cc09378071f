namespace Hasta.Landmarks.Tests.Inference.Onnx;

/// <summary>Compares with plain loops that implement TensorFlow Lite's documented semantics.</summary>
public sealed class DenseOperatorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mean_is_taken_over_the_pixels(bool keepDimensions)
    {
        var input = Picture.Random(1, 3, 4, 2);
        var expected = Picture.Compute(1, 1, 2, (_, _, c) => input.Values.Where((_, i) => i % 2 == c).Average());

        var model = new SmallModel(input.Shape);
        int axes = model.Ints([1, 2], 2);
        model.Operator(40, [0, axes], model.Value(keepDimensions ? [1, 1, 1, 2] : [1, 2]), (0, keepDimensions));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Fact]
    public void A_fully_connected_layer_reads_its_input_row_by_row_and_adds_its_bias()
    {
        var input = Picture.Random(1, 2, 3, 2);
        var weights = Picture.Random(1, 1, 3, 12);
        float[] bias = [10, 20, 30];
        var expected = Picture.Compute(
            1, 1, 3, (_, _, c) => bias[c] + input.Values.Select((value, i) => value * weights[0, 0, c, i]).Sum());

        var model = new SmallModel(input.Shape);
        int pooled = model.Value(input.Shape);
        model.Operator(17, [0], pooled, (0, (byte)0), (1, 1), (2, 1), (3, 1), (4, 1), (5, (byte)0));
        int[] inputs = [pooled, model.Constant(weights.Values, 3, 12), model.Constant(bias, 3)];
        model.Operator(9, inputs, model.Value(1, 3), (0, (byte)0), (1, (byte)0));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    // A 4 x 4 matrix in 2 x 2 blocks, two of which are stored: block (0, 1) and block (1, 0).
    [Fact]
    public void Sparse_weights_are_expanded_block_by_block()
    {
        float[] dense =
        [
            0, 0, 1, 2,
            0, 0, 3, 4,
            5, 6, 0, 0,
            7, 8, 0, 0,
        ];
        float[] input = [1, 10, 100, 1000];
        var expected = Picture.Compute(1, 1, 4, (_, _, c) => input.Select((value, i) => value * dense[(c * 4) + i]).Sum());

        var model = new SmallModel(1, 1, 1, 4);
        int sparse = model.Sparse(new SparseWeights
        {
            Values = [1, 2, 3, 4, 5, 6, 7, 8],
            Shape = [4, 4],
            Order = [0, 1, 2, 3],
            BlockMap = [0, 1],
            Levels =
            [
                SparseWeights.Level.Dense(2), SparseWeights.Level.Sparse([0, 1, 2], [1, 0]),
                SparseWeights.Level.Dense(2), SparseWeights.Level.Dense(2),
            ],
        });
        int half = model.Value(4, 4);
        model.Operator(124, [sparse], half);
        int weights = model.Value(4, 4);
        model.Operator(6, [half], weights);
        model.Operator(9, [0, weights], model.Value(1, 4), (0, (byte)0), (1, (byte)0));

        Picture.AssertClose(expected, model.Run(input));
    }

    [Fact]
    public void Sparse_columns_may_come_before_rows()
    {
        float[] input = [1, 10, 100];
        var expected = new Picture(1, 1, 1, 2) { Values = [(1 * 1) + (100 * 3), 10 * 2] };

        var model = new SmallModel(1, 1, 1, 3);
        int sparse = model.Sparse(new SparseWeights
        {
            Values = [1, 2, 3],
            Shape = [2, 3],
            Order = [1, 0],
            Levels = [SparseWeights.Level.Dense(3), SparseWeights.Level.Sparse([0, 1, 2, 3], [0, 1, 0])],
        });
        int weights = model.Value(2, 3);
        model.Operator(124, [sparse], weights);
        model.Operator(9, [0, weights], model.Value(1, 2), (0, (byte)0), (1, (byte)0));

        Picture.AssertClose(expected, model.Run(input));
    }
}
