using Hasta.Landmarks.Inference.Onnx;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>VitBackbone</c> as ONNX.</summary>
internal static class VitGraph
{
    private const int Channels = 3;

    /// <param name="layers">The writer of the graph.</param>
    /// <param name="name">Name of the backbone.</param>
    /// <param name="pictures">Bytes <c>[..., channel, height, width]</c>: red, green, blue.</param>
    /// <param name="config">Sizes and normalisation.</param>
    /// <returns>The class token of each frame: <c>[frame, hidden]</c>.</returns>
    public static string Write(LayerWriter layers, string name, string pictures, VitConfig config)
    {
        string tokens = Embed(layers, $"{name}.embeddings", pictures, config); // [frame, token, hidden]
        for (int i = 0; i < config.Layers; i++)
        {
            tokens = Layer(layers, $"{name}.encoder.layer.{i}", tokens, config);
        }

        string token = layers.Graph.Node("Gather", [tokens, layers.Graph.Constant(0L)], OnnxAttribute.Int("axis", 1)); // [frame, 1, hidden]
        string normed = layers.LayerNorm(token, $"{name}.layernorm", config.HiddenSize, (float)config.LayerNormEpsilon);
        return layers.Reshape(normed, -1, config.HiddenSize);
    }

    private static string Embed(LayerWriter layers, string name, string pictures, VitConfig config)
    {
        int rows = config.ImageSize / config.PatchSize;
        int numbers = Channels * config.PatchSize * config.PatchSize;
        string split = layers.Reshape(
            layers.Cast(pictures, OnnxElement.Float), -1, Channels, rows, config.PatchSize, rows, config.PatchSize);
        string normal = layers.Add(
            layers.Multiply(split, Colours(layers, i => 1 / (255 * config.Deviation[i]))),
            Colours(layers, i => -config.Mean[i] / config.Deviation[i]));
        string patches = layers.Reshape(layers.Transpose(normal, 0, 2, 4, 1, 3, 5), -1, rows * rows, numbers); // [frame, patch, numbers]
        string found = layers.FlatLinear(
            patches,
            $"{name}.patch_embeddings.projection",
            [config.HiddenSize, Channels, config.PatchSize, config.PatchSize]);

        // The class token precedes the patches: padding inserts zeros, to which the token is added with its position.
        string placed = layers.Graph.Node("Pad", [found, layers.Graph.Constant(0, 1, 0, 0, 0, 0)]); // [frame, token, hidden]
        float[] positions = [.. layers.Take($"{name}.position_embeddings", 1, config.Tokens, config.HiddenSize)];
        foreach ((int i, float value) in layers.Take($"{name}.cls_token", 1, 1, config.HiddenSize).Index())
        {
            positions[i] += value;
        }

        return layers.Add(placed, layers.Graph.Constant(positions, 1, config.Tokens, config.HiddenSize));
    }

    private static string Layer(LayerWriter layers, string name, string tokens, VitConfig config)
    {
        (int hidden, float epsilon) = (config.HiddenSize, (float)config.LayerNormEpsilon);
        string normal = layers.LayerNorm(tokens, $"{name}.layernorm_before", hidden, epsilon);
        string Attended(string kind) => layers.Linear(normal, $"{name}.attention.attention.{kind}", hidden, hidden, config.QkvBias);

        string found = layers.Attention(Attended("query"), Attended("key"), Attended("value"), config.Heads, hidden, bias: null);
        string seen = layers.Add(tokens, layers.Linear(found, $"{name}.attention.output.dense", hidden, hidden));
        string after = layers.LayerNorm(seen, $"{name}.layernorm_after", hidden, epsilon);
        string wide = layers.Gelu(layers.Linear(after, $"{name}.intermediate.dense", hidden, config.IntermediateSize));
        return layers.Add(seen, layers.Linear(wide, $"{name}.output.dense", config.IntermediateSize, hidden));
    }

    private static string Colours(LayerWriter layers, Func<int, float> value) =>
        layers.Graph.Constant([value(0), value(1), value(2)], 1, Channels, 1, 1, 1, 1);
}
