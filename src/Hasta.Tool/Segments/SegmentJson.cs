namespace Hasta.Tool.Segments;

/// <summary>
/// The contract of <c>hasta segment --out FILE.json</c>. <c>source</c>: the path as given; times in seconds since the first frame, to the
/// millisecond; <c>segments</c>: in order, without overlaps.
/// </summary>
/// <param name="Source">The path as given.</param>
/// <param name="Seconds">Time of the last frame.</param>
/// <param name="Segments">In order.</param>
internal sealed record SegmentJson(string Source, double Seconds, IReadOnlyList<SegmentLine> Segments)
{
    public static SegmentJson From(SegmentList list) =>
        new(list.Source, Math.Round(list.Length.TotalSeconds, 3), [.. list.Segments.Select(SegmentLine.From)]);
}
