namespace Hasta.Landmarks.Tests.Inference.Onnx;

/// <summary>Compares with plain loops that implement TensorFlow Lite's documented semantics.</summary>
public sealed class PictureOperatorTests
{
    [Theory]
    [InlineData(4, 6, true, false)]
    [InlineData(4, 6, false, true)]
    [InlineData(4, 6, false, false)]
    [InlineData(10, 3, false, true)]
    public void Bilinear_resize_supports_each_convention(int height, int width, bool alignCorners, bool halfPixels)
    {
        var input = Picture.Random(1, 5, 3, 2);
        var expected = Picture.Compute(height, width, 2, (y, x, c) => Interpolate(input, Source(y, 5, height), Source(x, 3, width), c));

        var model = new SmallModel(input.Shape);
        int size = model.Ints([height, width], 2);
        model.Operator(23, [0, size], model.Value(expected.Shape), (2, alignCorners), (3, halfPixels));

        Picture.AssertClose(expected, model.Run(input.Values));

        float Source(int at, int from, int to) => alignCorners ? at * (from - 1f) / (to - 1)
            : halfPixels ? Math.Max(((at + 0.5f) * from / to) - 0.5f, 0)
            : at * (float)from / to;
    }

    [Fact]
    public void Depth_to_space_orders_the_block_before_the_depth()
    {
        var input = Picture.Random(1, 2, 3, 8);
        var expected = Picture.Compute(4, 6, 2, (y, x, c) => input[0, y / 2, x / 2, (((y % 2 * 2) + (x % 2)) * 2) + c]);

        var model = new SmallModel(input.Shape);
        model.Operator(5, [0], model.Value(expected.Shape), (0, 2));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Fact]
    public void Padding_may_differ_on_each_side_of_each_dimension()
    {
        var input = Picture.Random(1, 3, 4, 2);
        var expected = Picture.Compute(6, 7, 5, (y, x, c) => c is >= 1 and < 3 ? input[0, y - 1, x - 3, c - 1] : 0);

        var model = new SmallModel(input.Shape);
        int pads = model.Ints([0, 0, 1, 2, 3, 0, 1, 2], 4, 2);
        model.Operator(34, [0, pads], model.Value(expected.Shape));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Strided_slice_works_in_both_layouts(bool afterPool)
    {
        var input = Picture.Random(1, 6, 5, 4);
        var expected = Picture.Compute(2, 5, 2, (y, x, c) => input[0, 1 + (2 * y), x, 2 + c]);

        var model = new SmallModel(input.Shape);
        int source = afterPool ? Pool(model, input) : 0;
        int[] bounds = [model.Ints([0, 1, 3, 2], 4), model.Ints([1, 5, 4, 4], 4), model.Ints([1, 2, 1, 1], 4)];
        model.Operator(45, [source, .. bounds], model.Value(expected.Shape), (0, 0b0100), (1, 0b0100), (2, 0), (3, 0), (4, 0));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Fact]
    public void Each_channel_has_its_own_slope()
    {
        var input = Picture.Random(1, 3, 4, 3);
        float[] slopes = [0.5f, -2, 0];
        var expected = Picture.Compute(3, 4, 3, (y, x, c) => input[0, y, x, c] * (input[0, y, x, c] < 0 ? slopes[c] : 1));

        var model = new SmallModel(input.Shape);
        int constant = model.Constant(slopes, 1, 1, 3);
        model.Operator(54, [0, constant], model.Value(expected.Shape));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Fact]
    public void Adding_one_value_per_channel_works_in_both_layouts()
    {
        var input = Picture.Random(1, 3, 2, 3);
        float[] offsets = [1, -2, 3];
        var expected = Picture.Compute(3, 2, 3, (y, x, c) => Math.Max((2 * input[0, y, x, c]) + (2 * offsets[c]), 0));

        var model = new SmallModel(input.Shape);
        int constant = model.Constant(offsets, 3);
        int plain = model.Value(input.Shape);
        model.Operator(0, [0, constant], plain, (0, (byte)0));
        int pooled = Pool(model, input);
        int shifted = model.Value(input.Shape);
        model.Operator(0, [pooled, constant], shifted, (0, (byte)0));
        model.Operator(0, [plain, shifted], model.Value(input.Shape), (0, (byte)1));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Concatenation_along_channels_accepts_either_layout(int axis)
    {
        var input = Picture.Random(1, 3, 2, 2);
        var expected = Picture.Compute(3, 2, 4, (y, x, c) => input[0, y, x, c % 2]);

        var model = new SmallModel(input.Shape);
        int pooled = Pool(model, input);
        model.Operator(2, [0, pooled], model.Value(expected.Shape), (0, axis), (1, (byte)0));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    /// <summary>A pool of one pixel changes no values, but leaves its output in ONNX's layout.</summary>
    private static int Pool(SmallModel model, Picture picture)
    {
        int output = model.Value(picture.Shape);
        model.Operator(17, [0], output, (0, (byte)0), (1, 1), (2, 1), (3, 1), (4, 1), (5, (byte)0));
        return output;
    }

    private static float Interpolate(Picture picture, float y, float x, int c)
    {
        int top = Math.Min((int)y, picture.Height - 1);
        int left = Math.Min((int)x, picture.Width - 1);
        int bottom = Math.Min(top + 1, picture.Height - 1);
        int right = Math.Min(left + 1, picture.Width - 1);
        float upper = float.Lerp(picture[0, top, left, c], picture[0, top, right, c], x - left);
        float lower = float.Lerp(picture[0, bottom, left, c], picture[0, bottom, right, c], x - left);
        return float.Lerp(upper, lower, y - top);
    }
}
