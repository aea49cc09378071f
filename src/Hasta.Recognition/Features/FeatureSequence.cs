using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>What a model sees of a clip.</summary>
/// <param name="Values"><c>[time, <see cref="FeatureExtractor.Count"/>]</c>, flattened.</param>
/// <param name="FrameCount">Frames.</param>
internal sealed record FeatureSequence(float[] Values, int FrameCount)
{
    /// <summary>Its pictures; null where the model looks at landmarks alone.</summary>
    public ClipPictures? Frames { get; init; }
}
