using Hasta.Landmarks.Inference.Onnx;

namespace Hasta.Recognition.Onnx;

/// <summary>Computes over the real frames of padded clips in a graph: <c>RealFrames</c> without packing.</summary>
internal sealed class MaskedFrames
{
    /// <summary>A score for which a softmax returns exactly 0.</summary>
    private const float Hidden = -1e30f;

    private readonly LayerWriter layers;
    private readonly string mask;
    private readonly string real;
    private readonly string counts;

    /// <param name="layers">The writer of the graph.</param>
    /// <param name="mask"><c>[batch, frame]</c>, true on real frames.</param>
    public MaskedFrames(LayerWriter layers, string mask)
    {
        this.layers = layers;
        this.mask = layers.Unsqueeze(mask, 2);                                                                    // [batch, frame, 1]
        real = layers.Cast(this.mask, OnnxElement.Float);
        counts = Sum(real);                                                                                       // [batch, 1, 1]
        Lengths = layers.Cast(layers.Reshape(counts, -1), OnnxElement.Int32);
        string hidden = Where(mask, layers.Graph.Scalar(0), layers.Graph.Scalar(Hidden));
        AttentionBias = layers.Unsqueeze(hidden, 1, 2);
    }

    /// <summary><c>[batch, 1, 1, frame]</c>: added to scores to hide padding.</summary>
    public string AttentionBias { get; }

    /// <summary><c>[batch]</c>, int32.</summary>
    public string Lengths { get; }

    /// <param name="frames"><c>[batch, frame, width]</c>.</param>
    /// <returns><c>[batch, 1, width]</c>.</returns>
    public string Mean(string frames) => layers.Graph.Node("Div", [Sum(layers.Multiply(frames, real)), counts]);

    /// <inheritdoc cref="Mean"/>
    public string Max(string frames) =>
        layers.Graph.Node("ReduceMax", [Where(mask, frames, layers.Graph.Scalar(float.NegativeInfinity))], OnnxAttribute.Ints("axes", 1));

    /// <summary>Maximum and mean, concatenated.</summary>
    /// <param name="frames"><c>[batch, frame, width]</c>.</param>
    /// <param name="width">Values per frame.</param>
    /// <returns><c>[batch, 2 width]</c>.</returns>
    public string Pool(string frames, int width) =>
        layers.Reshape(layers.Graph.Node("Concat", [Max(frames), Mean(frames)], OnnxAttribute.Int("axis", 2)), -1, 2 * width);

    private string Sum(string frames) => layers.Graph.Node("ReduceSum", [frames, layers.Graph.Constant(1L)]);

    private string Where(string condition, string yes, string no) => layers.Graph.Node("Where", [condition, yes, no]);
}
