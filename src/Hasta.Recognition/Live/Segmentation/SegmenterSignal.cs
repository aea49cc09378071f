using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>A change in a stream.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Start">Of the sign; with <see cref="SegmenterSignalKind.Rested"/>, of the rest.</param>
/// <param name="End">Of the sign; with the other kinds, the same as <paramref name="Start"/>.</param>
/// <param name="Frames">The sign's frames, without the face; empty for other kinds than <see cref="SegmenterSignalKind.Ended"/>.</param>
internal sealed record SegmenterSignal(
    SegmenterSignalKind Kind, TimeSpan Start, TimeSpan End, IReadOnlyList<LandmarkFrame> Frames);
