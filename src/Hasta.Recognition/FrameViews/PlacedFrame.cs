using Hasta.Recognition.Features;

namespace Hasta.Recognition.FrameViews;

/// <summary>One picture on a sequence's time line.</summary>
/// <param name="Stored">Its place in the file of frames.</param>
/// <param name="Time">In frames of the <see cref="NormalizedSequence"/>.</param>
public readonly record struct PlacedFrame(int Stored, double Time);
