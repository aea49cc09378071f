using Hasta.Landmarks.Inference.Onnx;

namespace Hasta.Recognition.Onnx;

/// <summary>The inputs and outputs of a classifier's graph. Their names are part of the file format.</summary>
/// <param name="Glosses">The vocabulary's size.</param>
/// <param name="FeatureCount">Values per frame.</param>
internal sealed record ClassifierInputs(int FeatureCount, int Glosses)
{
    /// <summary>Output, float32 <c>[batch, gloss]</c>.</summary>
    public const string Logits = "logits";

    /// <summary>Output, float32 <c>[batch, width]</c>: the input of the last layer, scaled to unit length.</summary>
    public const string Embedding = "embedding";

    /// <summary>float32 <c>[batch, time, feature]</c>; 0 after the end of a clip.</summary>
    public const string Features = "features";

    /// <summary>bool <c>[batch, time]</c>: true on real frames, at least one per clip.</summary>
    public const string Mask = "mask";

    /// <summary>uint8 <c>[batch, frame, 3, height, width]</c>: red, green, blue; only for models that use video frames.</summary>
    public const string Pictures = "pictures";

    /// <summary>bool <c>[batch, frame]</c>: true on real frames, at least one per clip.</summary>
    public const string PictureMask = "picture_mask";

    /// <summary>float32 <c>[batch, frame]</c>: the time, in frames of <see cref="Features"/>.</summary>
    public const string PictureTimes = "picture_times";

    /// <param name="graph">The graph to declare them in.</param>
    /// <param name="pictureSize">Pixels per side; null for models that use landmarks only.</param>
    public void Declare(OnnxGraph graph, int? pictureSize)
    {
        graph.Input(Features, OnnxElement.Float, "batch", "time", FeatureCount);
        graph.Input(Mask, OnnxElement.Bool, "batch", "time");
        if (pictureSize is { } size)
        {
            graph.Input(Pictures, OnnxElement.UInt8, "batch", "frame", 3, size, size);
            graph.Input(PictureMask, OnnxElement.Bool, "batch", "frame");
            graph.Input(PictureTimes, OnnxElement.Float, "batch", "frame");
        }
    }
}
