using System.Globalization;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Live;
using Hasta.Tool.Output;

namespace Hasta.Tool.Segments;

/// <summary>Where signs are in a stream.</summary>
internal sealed record SegmentList
{
    /// <summary>The file's path as the user gave it, or the name of a camera.</summary>
    public required string Source { get; init; }

    /// <summary>Time stamp of the last frame.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>In order, without overlaps, at whole milliseconds.</summary>
    public required IReadOnlyList<SignSegment> Segments { get; init => field = Align(value); }

    /// <summary>Such as <c>12 signs, 2 of them unsure, in 1:23</c>.</summary>
    public string Summary
    {
        get
        {
            int unsure = Segments.Count(segment => segment.Result.Unsure);
            string doubts = unsure == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {unsure} of them unsure");
            return $"{CountText.Of(Segments.Count, "sign")}{doubts}, in {ClockText.Format(Length)}";
        }
    }

    /// <param name="source">The file's path as the user gave it, or the name of a camera.</param>
    /// <param name="length">Time stamp of the last frame.</param>
    /// <param name="events">Those that are no answers are ignored.</param>
    public static SegmentList From(string source, TimeSpan length, IEnumerable<LiveEvent> events) =>
        new() { Source = source, Length = length, Segments = [.. events.Select(SignSegment.From).OfType<SignSegment>()] };

    /// <summary>What was seen shortly before a sign belongs to it, but not if it belongs to the sign before.</summary>
    private static List<SignSegment> Align(IEnumerable<SignSegment> segments)
    {
        var aligned = new List<SignSegment>();
        TimeSpan free = TimeSpan.Zero;
        foreach (SignSegment segment in segments.OrderBy(segment => segment.Start))
        {
            TimeSpan start = Max(Round(segment.Start), free);
            free = Max(Round(segment.End), start + TimeSpan.FromMilliseconds(1));
            aligned.Add(segment with { Start = start, End = free });
        }

        return aligned;
    }

    private static TimeSpan Round(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
