using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Inference.Onnx;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Onnx;

/// <summary>
/// Converts a checkpoint to an ONNX model (opset 17) for any batch size and length, with the checkpoint's settings and vocabulary as
/// metadata.
/// </summary>
internal static class ClassifierExporter
{
    /// <param name="checkpoint">The checkpoint to export.</param>
    /// <param name="format">How matrices are stored.</param>
    /// <returns>A serialised ModelProto; the same arguments return the same bytes.</returns>
    /// <exception cref="InvalidDataException">A tensor is missing, unused, not finite, or has another shape.</exception>
    public static byte[] Export(CheckpointContents checkpoint, WeightFormat format = WeightFormat.Full)
    {
        (CheckpointConfig config, Vocabulary vocabulary, _) = checkpoint;
        var graph = new OnnxGraph(config.Model.Name);
        var store = new WeightStore(checkpoint.Weights);
        var layers = new LayerWriter(graph, store, format);
        var inputs = new ClassifierInputs(FeatureExtractor.Count, vocabulary.Count);
        inputs.Declare(graph, config.Features.Frames?.Size);
        ClassifierHead head = config.Model switch
        {
            LandmarkMlpConfig model => LandmarkMlpGraph.Write(layers, inputs, model),
            BiLstmConfig model => BiLstmGraph.Write(layers, inputs, model),
            ConvTransformerConfig model => ConvTransformerGraph.Write(layers, inputs, model),
            VitFusionConfig model => VitFusionGraph.Write(layers, inputs, model),
            _ => throw new NotSupportedException($"{config.Model.Name} cannot be exported to ONNX."),
        };
        store.RequireAllTaken();
        graph.OutputAs(ClassifierInputs.Logits, head.Logits, "batch", vocabulary.Count);
        graph.OutputAs(ClassifierInputs.Embedding, layers.UnitLength(head.Embedding), "batch", head.Width);
        graph.Describe("hasta.config", JsonSerializer.Serialize(config, StrictJson.Line));
        graph.Describe("hasta.vocabulary", JsonSerializer.Serialize(vocabulary.Glosses, StrictJson.Line));
        return graph.ToModel();
    }
}
