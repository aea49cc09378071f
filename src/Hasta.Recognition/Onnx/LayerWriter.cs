using Hasta.Landmarks.Inference.Onnx;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary>Writes trained layers to an ONNX graph, in evaluation mode. Names are those of the checkpoint's tensors.</summary>
internal sealed class LayerWriter(OnnxGraph graph, WeightStore weights, WeightFormat format)
{
    private const float BatchNormEpsilon = 1e-5f;
    private const float LayerNormEpsilon = 1e-5f;

    private readonly MatrixWriter matrices = new(graph, format);

    public OnnxGraph Graph => graph;

    /// <param name="input"><c>[..., from]</c>.</param>
    /// <param name="name">Name of the layer.</param>
    /// <param name="from">Input width.</param>
    /// <param name="to">Output width.</param>
    /// <param name="hasBias">Whether a bias is added.</param>
    /// <returns><c>[..., to]</c>.</returns>
    public string Linear(string input, string name, int from, int to, bool hasBias = true)
    {
        string product = Product(input, weights.Take($"{name}.weight", to, from), from);
        return hasBias ? Add(product, Vector($"{name}.bias", to)) : product;
    }

    /// <summary>Splits a linear layer without bias whose rows belong to several layers.</summary>
    /// <returns><c>[..., to]</c> for each layer.</returns>
    public string[] SplitLinear(string input, string name, int from, int to, int count)
    {
        float[] rows = weights.Take($"{name}.weight", count * to, from);
        return [.. Enumerable.Range(0, count).Select(i => Product(input, rows.AsSpan(i * to * from, to * from), from))];
    }

    /// <summary>A linear layer whose weights are stored as those of a convolution: <c>[to, ...]</c>.</summary>
    public string FlatLinear(string input, string name, params ReadOnlySpan<int> shape)
    {
        float[] rows = weights.Take($"{name}.weight", shape);
        return Add(Product(input, rows, rows.Length / shape[0]), Vector($"{name}.bias", shape[0]));
    }

    /// <param name="input"><c>[..., width]</c>.</param>
    /// <param name="name">Name of the norm.</param>
    /// <param name="width">Values per frame.</param>
    public string BatchNorm(string input, string name, int width)
    {
        (float[] scale, float[] shift) = TakeNorm(name, width);
        return Add(Multiply(input, graph.Constant(scale, width)), graph.Constant(shift, width));
    }

    /// <inheritdoc cref="BatchNorm"/>
    public string LayerNorm(string input, string name, int width, float epsilon = LayerNormEpsilon) => graph.Node(
        "LayerNormalization",
        [input, Vector($"{name}.weight", width), Vector($"{name}.bias", width)],
        OnnxAttribute.Int("axis", -1),
        OnnxAttribute.Float("epsilon", epsilon));

    /// <summary>A causal convolution over time for each channel and the batch norm after it, as one layer.</summary>
    /// <param name="input"><c>[batch, time, width]</c>.</param>
    /// <param name="name">Name of the block, which has a <c>depthwise</c> and a <c>norm</c>.</param>
    /// <param name="width">Number of channels.</param>
    /// <param name="kernel">Kernel size in frames.</param>
    /// <returns><c>[batch, time, width]</c>.</returns>
    public string NormedDepthwise(string input, string name, int width, int kernel)
    {
        float[] kernels = [.. weights.Take($"{name}.depthwise.weight", width, 1, kernel)];
        (float[] scale, float[] shift) = TakeNorm($"{name}.norm", width);
        for (int i = 0; i < kernels.Length; i++)
        {
            kernels[i] *= scale[i / kernel];
        }

        string mixed = graph.Node(
            "Conv",
            [Transpose(input, 0, 2, 1), Matrix(kernels, 0, width, 1, kernel), graph.Constant(shift, width)],
            OnnxAttribute.Int("group", width),
            OnnxAttribute.Ints("kernel_shape", kernel),
            OnnxAttribute.Ints("pads", kernel - 1, 0)); // [batch, width, time]
        return Transpose(mixed, 0, 2, 1);
    }

    /// <summary>The gate of a convolution block.</summary>
    /// <param name="means"><c>[batch, 1, channel]</c>.</param>
    /// <param name="name">Name of the gate.</param>
    /// <returns><c>[batch, 1, channel]</c>.</returns>
    public string ChannelGate(string means, string name)
    {
        const int Kernel = ConvTransformerConfig.GateKernel;
        string kernel = graph.Constant(weights.Take($"{name}.weight", 1, 1, Kernel), 1, 1, Kernel);
        return Sigmoid(graph.Node("Conv", [means, kernel], OnnxAttribute.Ints("pads", Kernel / 2, Kernel / 2)));
    }

    /// <summary>Scaled dot-product attention (Vaswani et al. 2017).</summary>
    /// <param name="query"><c>[batch, frame, width]</c>.</param>
    /// <param name="key"><c>[batch, other, width]</c>.</param>
    /// <param name="value"><c>[batch, other, width]</c>.</param>
    /// <param name="heads">A divisor of the width.</param>
    /// <param name="width">Width of all heads together.</param>
    /// <param name="bias">Added to the scores: <c>[batch, 1, 1, other]</c>; null for none.</param>
    /// <returns><c>[batch, frame, width]</c>.</returns>
    public string Attention(string query, string key, string value, int heads, int width, string? bias)
    {
        int size = width / heads;
        string Heads(string frames, params ReadOnlySpan<long> order) => Transpose(Reshape(frames, 0, 0, heads, size), order);

        string scaled = Multiply(Heads(query, 0, 2, 1, 3), graph.Scalar(1 / MathF.Sqrt(size)));     // [batch, head, frame, size]
        string scores = MatMul(scaled, Heads(key, 0, 2, 3, 1));                                     // [batch, head, frame, other]
        string shares = graph.Node("Softmax", [bias is null ? scores : Add(scores, bias)], OnnxAttribute.Int("axis", -1));
        string found = MatMul(shares, Heads(value, 0, 2, 1, 3));                                    // [batch, head, frame, size]
        return Reshape(Transpose(found, 0, 2, 1, 3), 0, 0, width);                                  // [batch, frame, width]
    }

    /// <param name="times"><c>[batch, frame, 1]</c>.</param>
    /// <param name="width">Even.</param>
    /// <returns>Sines, then cosines, of many wavelengths: <c>[batch, frame, width]</c>.</returns>
    public string Positions(string times, int width)
    {
        string angles = Multiply(times, graph.Constant(SineWaves.Create(width), width / 2));     // [batch, frame, width / 2]
        return graph.Node("Concat", [graph.Node("Sin", [angles]), graph.Node("Cos", [angles])], OnnxAttribute.Int("axis", 2));
    }

    public string Silu(string input) => Multiply(input, Sigmoid(input));

    /// <summary>The exact form, with the error function.</summary>
    public string Gelu(string input)
    {
        string erf = graph.Node("Erf", [Multiply(input, graph.Scalar(1 / MathF.Sqrt(2)))]);
        return Multiply(Multiply(input, graph.Scalar(0.5f)), Add(erf, graph.Scalar(1)));
    }

    /// <param name="input"><c>[batch, width]</c>.</param>
    public string UnitLength(string input) =>
        graph.Node("LpNormalization", [input], OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("p", 2));

    public string Sigmoid(string input) => graph.Node("Sigmoid", [input]);

    public string Add(string left, string right) => graph.Node("Add", [left, right]);

    public string Multiply(string left, string right) => graph.Node("Mul", [left, right]);

    public string Transpose(string input, params ReadOnlySpan<long> order) =>
        graph.Node("Transpose", [input], OnnxAttribute.Ints("perm", order));

    /// <summary>A size of 0 keeps the input's size; -1 is inferred.</summary>
    public string Reshape(string input, params ReadOnlySpan<long> shape) => graph.Node("Reshape", [input, graph.Constant(shape)]);

    public string Cast(string input, OnnxElement type) => graph.Node("Cast", [input], OnnxAttribute.Int("to", (long)type));

    public string Unsqueeze(string input, params ReadOnlySpan<long> axes) => graph.Node("Unsqueeze", [input, graph.Constant(axes)]);

    /// <summary>A one-dimensional tensor, always stored as float32.</summary>
    public string Vector(string name, int count) => graph.Constant(weights.Take(name, count), count);

    /// <summary>The values of any tensor.</summary>
    public float[] Take(string name, params ReadOnlySpan<int> shape) => weights.Take(name, shape);

    /// <inheritdoc cref="MatrixWriter.Write"/>
    public string Matrix(ReadOnlySpan<float> values, int axis, params ReadOnlySpan<int> shape) => matrices.Write(values, axis, shape);

    private string MatMul(string left, string right) => graph.Node("MatMul", [left, right]);

    /// <param name="input"><c>[..., from]</c>.</param>
    /// <param name="rows"><c>[to, from]</c>.</param>
    /// <param name="from">Input width.</param>
    private string Product(string input, ReadOnlySpan<float> rows, int from)
    {
        int to = rows.Length / from;
        float[] columns = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            columns[(i % from * to) + (i / from)] = rows[i];
        }

        return MatMul(input, Matrix(columns, 1, from, to));
    }

    /// <summary>A batch norm as a factor and an offset.</summary>
    private (float[] Scale, float[] Shift) TakeNorm(string name, int width)
    {
        float[] weight = weights.Take($"{name}.weight", width);
        float[] bias = weights.Take($"{name}.bias", width);
        float[] mean = weights.Take($"{name}.running_mean", width);
        float[] variance = weights.Take($"{name}.running_var", width);
        float[] scale = [.. weight.Select((value, i) => value / MathF.Sqrt(variance[i] + BatchNormEpsilon))];
        return (scale, [.. bias.Select((value, i) => value - (mean[i] * scale[i]))]);
    }
}
