using Hasta.Landmarks.Inference.Onnx;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>BiLstm</c> as ONNX.</summary>
internal static class BiLstmGraph
{
    /// <summary>libtorch has the gates as input, forget, cell, output; ONNX as input, output, forget, cell.</summary>
    private static readonly int[] GatesInOnnx = [0, 3, 1, 2];

    /// <returns>Logits <c>[batch, gloss]</c>.</returns>
    public static string Write(LayerWriter layers, ClassifierInputs inputs, BiLstmConfig config)
    {
        var real = new MaskedFrames(layers, ClassifierInputs.Mask);
        string seen = layers.BatchNorm(ClassifierInputs.Features, "inputNorm", inputs.FeatureCount);                         // [batch, time, feature]
        string frames = layers.Silu(layers.Linear(seen, "embed", inputs.FeatureCount, config.Width));                        // [batch, time, width]
        string read = Read(layers, frames, config.Width, real.Lengths);                                                      // [batch, time, 2 width]
        return layers.Linear(real.Pool(read, 2 * config.Width), "head.1", 4 * config.Width, inputs.Glosses);
    }

    /// <summary>The recurrent layer in both directions.</summary>
    /// <param name="layers">Where it is written.</param>
    /// <param name="frames"><c>[batch, time, width]</c>.</param>
    /// <param name="width">Numbers in, and of each direction's memory.</param>
    /// <param name="lengths"><c>[batch]</c>, int32.</param>
    /// <returns><c>[batch, time, 2 width]</c>, 0 behind a clip's end.</returns>
    private static string Read(LayerWriter layers, string frames, int width, string lengths)
    {
        int gates = 4 * width;
        float[] biases =
        [
            .. Gates(layers, "bias_ih", gates).Chunk(gates).Zip(Gates(layers, "bias_hh", gates).Chunk(gates)).SelectMany(pair => pair.First.Concat(pair.Second)),
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
            OnnxAttribute.Int("hidden_size", width));                                                                        // [time, direction, batch, width]
        return layers.Reshape(layers.Transpose(read, 2, 0, 1, 3), 0, 0, 2 * width);
    }

    /// <returns>Of the forward direction, then of the other one, each in ONNX's order.</returns>
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
