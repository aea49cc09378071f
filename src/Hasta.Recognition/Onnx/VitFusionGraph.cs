using Hasta.Landmarks.Inference.Onnx;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary><c>VitFusion</c> as ONNX.</summary>
internal static class VitFusionGraph
{
    public static ClassifierHead Write(LayerWriter layers, ClassifierInputs inputs, VitFusionConfig config)
    {
        var real = new MaskedFrames(layers, ClassifierInputs.Mask);
        var shown = new MaskedFrames(layers, ClassifierInputs.PictureMask);
        string video = Video(layers, inputs, shown, config); // [batch, frame, width]
        string landmarks = Landmarks(layers, inputs, real, config); // [batch, time, width]
        string seenVideo = Attend(layers, "videoToLandmarks", video, landmarks, real, config); // [batch, frame, width]
        string seenLandmarks = Attend(layers, "landmarksToVideo", landmarks, video, shown, config); // [batch, time, width]
        string clip = layers.Reshape(layers.Add(shown.Mean(seenVideo), real.Mean(seenLandmarks)), -1, config.Width); // [batch, width]
        string hidden = layers.Gelu(layers.Linear(clip, "head.0", config.Width, config.Width));
        return new ClassifierHead(clip, config.Width, layers.Linear(hidden, "head.3", config.Width, inputs.Glosses));
    }

    private static string Video(LayerWriter layers, ClassifierInputs inputs, MaskedFrames shown, VitFusionConfig config)
    {
        string seen = layers.Linear(
            VitGraph.Write(layers, "backbone", ClassifierInputs.Pictures, config.Backbone),
            "project",
            config.Backbone.HiddenSize,
            config.Width);
        string size = layers.Graph.Node(
            "Concat",
            [layers.Graph.Node("Shape", [ClassifierInputs.PictureMask]), layers.Graph.Constant((long)config.Width)],
            OnnxAttribute.Int("axis", 0));
        string frames = layers.Graph.Node("Reshape", [seen, size]); // [batch, frame, width]
        string placed = layers.Add(frames, layers.Positions(layers.Unsqueeze(ClassifierInputs.PictureTimes, 2), config.Width));
        string attended = Attend(layers, "temporal.attention", placed, placed, shown, config);
        string wide = layers.Gelu(layers.Linear(attended, "temporal.frame.0", config.Width, VitFusionConfig.FrameExpansion * config.Width));
        string mixed = layers.Linear(wide, "temporal.frame.3", VitFusionConfig.FrameExpansion * config.Width, config.Width);
        return layers.LayerNorm(layers.Add(attended, mixed), "temporal.norm", config.Width);
    }

    private static string Landmarks(LayerWriter layers, ClassifierInputs inputs, MaskedFrames real, VitFusionConfig config)
    {
        string normed = layers.BatchNorm(ClassifierInputs.Features, "inputNorm", inputs.FeatureCount);
        string frames = layers.Linear(normed, "embed", inputs.FeatureCount, config.Width);
        string time = layers.Graph.Node(
            "Gather",
            [layers.Graph.Node("Shape", [ClassifierInputs.Features]), layers.Graph.Index(1)],
            OnnxAttribute.Int("axis", 0));
        string times = layers.Graph.Node(
            "Range", [layers.Graph.Scalar(0), layers.Cast(time, OnnxElement.Float), layers.Graph.Scalar(1)]); // [time]
        string placed = layers.Add(frames, layers.Positions(layers.Unsqueeze(times, 0, 2), config.Width));
        return Attend(layers, "landmarkAttention", placed, placed, real, config);
    }

    /// <summary><c>FusionAttention</c>.</summary>
    private static string Attend(LayerWriter layers, string name, string frames, string seen, MaskedFrames real, VitFusionConfig config)
    {
        string Project(string input, string kind) => layers.Linear(input, $"{name}.{kind}", config.Width, config.Width);

        string found = layers.Attention(
            Project(frames, "query"),
            Project(seen, "key"),
            Project(seen, "value"),
            config.Heads,
            config.Width,
            real.AttentionBias);
        return layers.LayerNorm(layers.Add(frames, Project(found, "output")), $"{name}.norm", config.Width);
    }
}
