using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>LandmarkMlp</c> as ONNX.</summary>
internal static class LandmarkMlpGraph
{
    public static ClassifierHead Write(LayerWriter layers, ClassifierInputs inputs, LandmarkMlpConfig config)
    {
        string normed = layers.BatchNorm(ClassifierInputs.Features, "inputNorm", inputs.FeatureCount); // [batch, time, feature]
        string first = layers.BatchNorm(layers.Linear(normed, "frame.0", inputs.FeatureCount, config.Width), "frame.1", config.Width);
        string hidden = layers.Silu(layers.Linear(layers.Silu(first), "frame.4", config.Width, config.Width)); // [batch, time, width]
        string clip = new MaskedFrames(layers, ClassifierInputs.Mask).Pool(hidden, config.Width); // [batch, 2 width]
        string top = layers.BatchNorm(layers.Linear(clip, "head.0", 2 * config.Width, config.Width), "head.1", config.Width);
        return new ClassifierHead(clip, 2 * config.Width, layers.Linear(layers.Silu(top), "head.4", config.Width, inputs.Glosses));
    }
}
