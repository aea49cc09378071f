using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>BiLstm</c> as ONNX.</summary>
internal static class BiLstmGraph
{
    /// <returns>Logits <c>[batch, gloss]</c>.</returns>
    public static string Write(LayerWriter layers, ClassifierInputs inputs, BiLstmConfig config)
    {
        var real = new MaskedFrames(layers, ClassifierInputs.Mask);
        string seen = layers.BatchNorm(ClassifierInputs.Features, "inputNorm", inputs.FeatureCount);                                   // [batch, time, feature]
        string frames = layers.Silu(layers.Linear(seen, "embed", inputs.FeatureCount, config.Width));                        // [batch, time, width]
        string read = layers.BiLstm(frames, "lstm", config.Width, real.Lengths);                                             // [batch, time, 2 width]
        return layers.Linear(real.Pool(read, 2 * config.Width), "head.1", 4 * config.Width, inputs.Glosses);
    }
}
