namespace Hasta.Recognition.Live.Segmentation;

/// <summary>A moment at which a sign begins or ends, as a detector sees it.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Time">When; earlier than the frame that led to it.</param>
internal readonly record struct Boundary(BoundaryKind Kind, TimeSpan Time);
