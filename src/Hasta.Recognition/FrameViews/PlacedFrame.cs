using Hasta.Recognition.Features;

namespace Hasta.Recognition.FrameViews;

/// <summary>One kept frame on a sequence's timeline.</summary>
/// <param name="Stored">Its index in the file of frames.</param>
/// <param name="Time">The time, in frames of the <see cref="NormalizedSequence"/>.</param>
public readonly record struct PlacedFrame(int Stored, double Time);
