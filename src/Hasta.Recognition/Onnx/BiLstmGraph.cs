using Hasta.Landmarks.Inference.Onnx;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>BiLstm</c> as ONNX.</summary>
internal static class BiLstmGraph
{
    /// <summary>Gate order: libtorch uses input, forget, cell, output; ONNX uses input, output, forget, cell.</summary>
    private static readonly int[] GatesInOnnx = [0, 3, 1, 2];

    public static ClassifierHead Write(LayerWriter layers, ClassifierInputs inputs, BiLstmConfig config)
    {
        var real = new MaskedFrames(layers, ClassifierInputs.Mask);
        string normed = layers.BatchNorm(ClassifierInputs.Features, "inputNorm", inputs.FeatureCount); // [batch, time, feature]
        string frames = layers.Silu(layers.Linear(normed, "embed", inputs.FeatureCount, config.Width)); // [batch, time, width]
        string read = Read(layers, frames, config.Width, real.Lengths); // [batch, time, 2 width]
        return ClassifierHead.Write(layers, real.Pool(read, 2 * config.Width), "head.1", 4 * config.Width, inputs.Glosses);
    }

    /// <summary>The recurrent layer in both directions.</summary>
    /// <param name="layers">The writer of the graph.</param>
    /// <param name="frames"><c>[batch, time, width]</c>.</param>
    /// <param name="width">Input width, and size of each direction's state.</param>
    /// <param name="lengths"><c>[batch]</c>, int32.</param>
    /// <returns><c>[batch, time, 2 width]</c>, 0 after the end of a clip.</returns>
    private static string Read(LayerWriter layers, string frames, int width, string lengths)
    {
        int gates = 4 * width;
        float[] biases =
        [
            .. Gates(layers, "bias_ih", gates).Chunk(gates)
                .Zip(Gates(layers, "bias_hh", gates).Chunk(gates))
                .SelectMany(pair => pair.First.Concat(pair.Second)),
        ];
        string read = layers.Graph.Node(
            "LSTM",
            [
                layers.Transpose(frames, 1, 0, 2),
                layers.Matrix(Gates(layers, "weight_ih", gates, width), 1, 2, gates, width),
                layers.Matrix(Gates(layers, "weight_hh", gates, width), 1, 2, gates, width),
                layers.Graph.Constant(biases, 2, 2 * gates),
                lengths,
            ],
            OnnxAttribute.Text("direction", "bidirectional"),
            OnnxAttribute.Int("hidden_size", width)); // [time, direction, batch, width]
        return layers.Reshape(layers.Transpose(read, 2, 0, 1, 3), 0, 0, 2 * width);
    }

    /// <returns>The forward direction, then the reverse direction, each in ONNX's gate order.</returns>
    private static float[] Gates(LayerWriter layers, string kind, params int[] shape)
    {
        int size = shape.Aggregate(1, (product, side) => product * side) / 4;
        return
        [
            .. new[] { layers.Take($"lstm.{kind}_l0", shape), layers.Take($"lstm.{kind}_l0_reverse", shape) }
                .SelectMany(direction => GatesInOnnx.SelectMany(gate => direction.Skip(gate * size).Take(size))),
        ];
    }
}
