using Hasta.Recognition.Features;

namespace Hasta.Recognition.FrameViews;

/// <summary>The video frames of a clip, as a model sees them.</summary>
/// <param name="Pixels"><c>[frame, channel, height, width]</c>, flattened; red, green, blue.</param>
/// <param name="Times"><c>[frame]</c>: the time, in frames of the clip's <see cref="FeatureSequence"/>.</param>
/// <param name="Size">Height and width in pixels.</param>
public sealed record ClipFrames(byte[] Pixels, float[] Times, int Size);
