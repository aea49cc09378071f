using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>ConvTransformer</c> as ONNX.</summary>
internal static class ConvTransformerGraph
{
    public static ClassifierHead Write(LayerWriter layers, ClassifierInputs inputs, ConvTransformerConfig config)
    {
        var real = new MaskedFrames(layers, ClassifierInputs.Mask);
        string normed = layers.BatchNorm(ClassifierInputs.Features, "inputNorm", inputs.FeatureCount); // [batch, time, feature]
        string embedded = layers.Linear(normed, "embed", inputs.FeatureCount, config.Width, hasBias: false);
        string frames = layers.BatchNorm(embedded, "embedNorm", config.Width); // [batch, time, width]
        int stage = config.ConvBlocks + 1;
        for (int i = 0; i < config.Stages * stage; i++)
        {
            frames = i % stage < config.ConvBlocks
                ? Convolve(layers, real, frames, $"blocks.{i}", config)
                : Transform(layers, real, frames, $"blocks.{i}", config);
        }

        string wide = layers.Silu(layers.Linear(frames, "widen", config.Width, 2 * config.Width)); // [batch, time, 2 width]
        return ClassifierHead.Write(layers, real.Pool(wide, 2 * config.Width), "head.1", 4 * config.Width, inputs.Glosses);
    }

    /// <summary><c>ConvBlock</c>; a causal convolution reads no padding before the end of a clip.</summary>
    private static string Convolve(LayerWriter layers, MaskedFrames real, string frames, string name, ConvTransformerConfig config)
    {
        int inner = config.Expansion * config.Width;
        string wide = layers.Silu(layers.Linear(frames, $"{name}.expand", config.Width, inner)); // [batch, time, inner]
        string mixed = layers.NormedDepthwise(wide, name, inner, config.Kernel); // [batch, time, inner]
        string gated = layers.Multiply(mixed, layers.ChannelGate(real.Mean(mixed), $"{name}.gate")); // [batch, time, inner]
        return layers.Add(frames, layers.Linear(gated, $"{name}.project", inner, config.Width)); // [batch, time, width]
    }

    /// <summary><c>TransformerBlock</c>.</summary>
    private static string Transform(LayerWriter layers, MaskedFrames real, string frames, string name, ConvTransformerConfig config)
    {
        int inner = config.Expansion * config.Width;
        string normed = layers.BatchNorm(frames, $"{name}.attentionNorm", config.Width);
        string[] inputs = layers.SplitLinear(normed, $"{name}.queryKeyValue", config.Width, config.Width, 3);
        string found = layers.Attention(
            inputs[0], inputs[1], inputs[2], config.Heads, config.Width, real.AttentionBias); // [batch, time, width]
        string attended = layers.Add(frames, layers.Linear(found, $"{name}.attentionOut", config.Width, config.Width, hasBias: false));
        string wide = layers.Silu(
            layers.Linear(layers.BatchNorm(attended, $"{name}.frameNorm", config.Width), $"{name}.frame.0", config.Width, inner));
        return layers.Add(attended, layers.Linear(wide, $"{name}.frame.3", inner, config.Width)); // [batch, time, width]
    }
}
