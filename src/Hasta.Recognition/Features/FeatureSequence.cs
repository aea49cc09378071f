using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>The model input for one clip.</summary>
/// <param name="Values"><c>[time, <see cref="FeatureExtractor.Count"/>]</c>, flattened.</param>
/// <param name="FrameCount">Number of frames.</param>
internal sealed record FeatureSequence(float[] Values, int FrameCount)
{
    /// <summary>The video frames of the clip; null for models that use landmarks only.</summary>
    public ClipFrames? Frames { get; init; }
}
