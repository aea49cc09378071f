namespace Hasta.Landmarks.Tests.Inference.Onnx;

/// <summary>Compares with plain loops that implement TensorFlow Lite's documented semantics.</summary>
public sealed class ConvolutionTests
{
    private const int Conv = 3;
    private const int Depthwise = 4;
    private const int MaxPool = 17;

    // TensorFlow's rule for SAME, implemented independently: the odd padding pixel goes after the input.
    [Theory]
    [InlineData(7, 3, 1, 1, true)]
    [InlineData(8, 3, 2, 1, true)]
    [InlineData(7, 5, 2, 1, true)]
    [InlineData(8, 2, 2, 1, true)]
    [InlineData(9, 3, 1, 2, true)]
    [InlineData(8, 3, 2, 1, false)]
    [InlineData(3, 1, 3, 1, true)]
    public void Convolution_pads_strides_and_dilates_like_TensorFlow(int size, int kernel, int stride, int dilation, bool same)
    {
        var input = Picture.Random(1, size, size + 1, 3);
        var weights = Picture.Random(4, kernel, kernel, 3);
        float[] bias = [0.5f, -1, 2, 0];
        var expected = Slide(input, new Window(kernel, stride, dilation, same), 4, (window, c) => bias[c] + Sum(window, (y, x) =>
            Enumerable.Range(0, 3).Sum(channel => input[0, y.At, x.At, channel] * weights[c, y.Tap, x.Tap, channel])));

        var model = new SmallModel(input.Shape);
        int[] inputs = [0, model.Constant(weights.Values, weights.Shape), model.Constant(bias, 4)];
        (int, object)[] options = [(0, (byte)(same ? 0 : 1)), (1, stride), (2, stride), (3, (byte)0), (4, dilation), (5, dilation)];
        model.Operator(Conv, inputs, model.Value(expected.Shape), options);

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 2, 3)]
    public void Depthwise_convolution_applies_separate_filters_per_channel_and_the_activation(int multiplier, int stride, int activation)
    {
        var input = Picture.Random(1, 6, 5, 2);
        input = input with { Values = Array.ConvertAll(input.Values, value => 6 * value) };
        var weights = Picture.Random(1, 3, 3, 2 * multiplier);
        var linear = Slide(input, new Window(3, stride, 1, true), 2 * multiplier, (window, c) =>
            Sum(window, (y, x) => input[0, y.At, x.At, c / multiplier] * weights[0, y.Tap, x.Tap, c]));
        var expected = linear with { Values = Array.ConvertAll(linear.Values, value => Activate(value, activation)) };

        var model = new SmallModel(input.Shape);
        int[] inputs = [0, model.Halves(weights.Values, weights.Shape)];
        int wide = model.Value(weights.Shape);
        model.Operator(6, [inputs[1]], wide);
        (int, object)[] options = [(0, (byte)0), (1, stride), (2, stride), (3, multiplier), (4, (byte)activation), (5, 1), (6, 1)];
        model.Operator(Depthwise, [0, wide], model.Value(expected.Shape), options);

        float[] actual = model.Run(input.Values);

        Assert.All(expected.Values.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 0.02f));
        Assert.Equal(expected.Values.Length, actual.Length);
    }

    [Fact]
    public void Max_pooling_ignores_padding()
    {
        var input = Picture.Random(1, 5, 4, 3);
        input = input with { Values = Array.ConvertAll(input.Values, value => value - 2) };
        var expected = Slide(input, new Window(2, 2, 1, true), 3, (window, c) => window.Y.SelectMany(y => window.X.Select(x => (y, x)))
            .Where(at => at.y.At < 5 && at.x.At < 4).Max(at => input[0, at.y.At, at.x.At, c]));

        var model = new SmallModel(input.Shape);
        model.Operator(MaxPool, [0], model.Value(expected.Shape), (0, (byte)0), (1, 2), (2, 2), (3, 2), (4, 2), (5, (byte)0));

        Picture.AssertClose(expected, model.Run(input.Values));
    }

    private static float Activate(float value, int activation) => activation switch
    {
        0 => value,
        1 => Math.Max(value, 0),
        _ => Math.Clamp(value, 0, 6),
    };

    private static float Sum(Taps window, Func<(int At, int Tap), (int At, int Tap), float> value) =>
        window.Y.Sum(y => window.X.Sum(x => value(y, x)));

    private static Picture Slide(Picture input, Window window, int channels, Func<Taps, int, float> value) => Picture.Compute(
        window.Outputs(input.Height),
        window.Outputs(input.Width),
        channels,
        (y, x, c) => value(new Taps(window.Taps(y, input.Height), window.Taps(x, input.Width)), c));

    private sealed record Taps((int At, int Tap)[] Y, (int At, int Tap)[] X);

    private sealed record Window(int Kernel, int Stride, int Dilation, bool Same)
    {
        private int Span => ((Kernel - 1) * Dilation) + 1;

        public int Outputs(int size) => Same ? (size + Stride - 1) / Stride : (size - Span + Stride) / Stride;

        public (int At, int Tap)[] Taps(int output, int size)
        {
            int before = Same ? Math.Max(((Outputs(size) - 1) * Stride) + Span - size, 0) / 2 : 0;
            return [.. Enumerable.Range(0, Kernel).Select(tap => ((output * Stride) - before + (tap * Dilation), tap))];
        }
    }
}
