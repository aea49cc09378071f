using Hasta.Recognition.Features;

namespace Hasta.Recognition.FrameViews;

/// <summary>The pictures that a model sees of a clip.</summary>
/// <param name="Pixels"><c>[frame, channel, height, width]</c>, flattened; red, green, blue.</param>
/// <param name="Times"><c>[frame]</c>: when, in frames of the clip's <see cref="FeatureSequence"/>.</param>
/// <param name="Size">Height and width in pixels.</param>
public sealed record ClipPictures(byte[] Pixels, float[] Times, int Size);
