using System.Xml.Linq;
using Hasta.Recognition;
using Hasta.Tool.Output;
using Hasta.Tool.Segments;

namespace Hasta.Tool.LiveReport;

/// <summary>
/// A part of a stream as inline SVG. Places from left to right are percentages, so that its text keeps its size whatever the page's width.
/// </summary>
internal sealed class TimelineRow
{
    /// <summary>Between two words, as a share of the row.</summary>
    private const double Gap = 0.006;

    private const double LaneHeight = 24;
    private const double BarHeight = 46;
    private const double AxisHeight = 20;

    private readonly TimeSpan length;
    private readonly SignSegment[] segments;
    private readonly TrueSign[] truth;
    private readonly double top;

    public TimelineRow(TimeSpan start, TimeSpan length, SegmentList segments, IReadOnlyList<TrueSign> truth)
    {
        (Start, this.length) = (start, length);
        this.segments = [.. segments.Segments.Where(segment => segment.Start < start + length && segment.End > start)];
        this.truth = [.. truth.Where(sign => sign.Start < start + length && sign.End > start)];
        top = truth.Count > 0 ? LaneHeight + 4 : 0;
    }

    public TimeSpan Start { get; }

    public bool IsEmpty => segments.Length == 0 && truth.Length == 0;

    private double Floor => top + LaneHeight + BarHeight;

    /// <summary>The hatching of what is unsure, used by all rows.</summary>
    public static XElement Patterns() => Markup.Element(
        "svg", Markup.Class("patterns"), Markup.Attribute("aria-hidden", "true"),
        Markup.Element(
            "pattern", Markup.Attribute("id", "doubt"), Markup.Attribute("patternUnits", "userSpaceOnUse"), Markup.Attribute("width", 6),
            Markup.Attribute("height", 6), Markup.Attribute("patternTransform", "rotate(45)"),
            Markup.Element("rect", Markup.Attribute("width", 2.5), Markup.Attribute("height", 6))));

    public XElement Write() => Markup.Element(
        "svg", Markup.Class("row"), Markup.Attribute("height", Floor + AxisHeight), Markup.Attribute("role", "img"),
        Markup.Attribute("aria-label", Describe()),
        Ticks(),
        truth.Select((sign, i) => WriteTruth(sign, i + 1 < truth.Length ? truth[i + 1].Start : Start + length)),
        segments.Select((segment, i) => Write(segment, i + 1 < segments.Length ? segments[i + 1].Start : Start + length)));

    private static string NameOf(SignSegment segment) => segment.HasGloss
        ? $"{(segment.Result.Unsure ? "?" : "")}{GlossInfo.DisplayOf(segment.Result.Gloss)}"
        : "?";

    private static string DescriptionOf(SignSegment segment) =>
        segment.HasGloss ? $"{NameOf(segment)} {ConfidenceText.Format(segment.Result.Confidence)}" : "?";

    private IEnumerable<XElement> Ticks()
    {
        for (int second = 0; second <= length.TotalSeconds; second++)
        {
            TimeSpan time = Start + TimeSpan.FromSeconds(second);
            yield return Markup.Element(
                "line", Markup.Class("grid"), Markup.Share("x1", Place(time)), Markup.Share("x2", Place(time)),
                Markup.Attribute("y1", top + LaneHeight), Markup.Attribute("y2", Floor));
            if (second < length.TotalSeconds)
            {
                yield return Markup.Element(
                    "text", Markup.Share("x", Place(time)), Markup.Attribute("y", Floor + 14), ClockText.Format(time));
            }
        }
    }

    private XElement WriteTruth(TrueSign sign, TimeSpan next) => Markup.Element(
        "g",
        Box("truth", (sign.Start, sign.End), (1, LaneHeight - 2)),
        Label(GlossInfo.DisplayOf(sign.Gloss), (sign.Start, next), 0));

    private XElement Write(SignSegment segment, TimeSpan next)
    {
        double height = segment.HasGloss ? BarHeight * segment.Result.Confidence : 0;
        (TimeSpan, TimeSpan) span = (segment.Start, segment.End);
        return Markup.Element(
            "g",
            Markup.Element(
                "title", $"{ClockText.FormatTenths(segment.Start)}–{ClockText.FormatTenths(segment.End)} {DescriptionOf(segment)}"),
            Box("extent", span, (top + LaneHeight, BarHeight)),
            Box(segment.Result.Unsure ? "bar unsure" : "bar", span, (Floor - height, height)),
            Label(NameOf(segment), (segment.Start, next), top));
    }

    private XElement Box(string kind, (TimeSpan Start, TimeSpan End) span, (double Top, double Height) place) => Markup.Element(
        "rect", Markup.Class(kind), Markup.Share("x", Place(span.Start)), Markup.Share("width", Place(span.End) - Place(span.Start)),
        Markup.Attribute("y", place.Top), Markup.Attribute("height", place.Height), Markup.Attribute("rx", 2));

    /// <summary>Text that is cut shortly before the next begins.</summary>
    private XElement Label(string text, (TimeSpan Start, TimeSpan End) span, double y) => Markup.Element(
        "svg", Markup.Share("x", Place(span.Start)), Markup.Share("width", Math.Max(0, Place(span.End) - Place(span.Start) - Gap)),
        Markup.Attribute("y", y),
        Markup.Attribute("height", LaneHeight),
        Markup.Element("text", Markup.Class("word"), Markup.Attribute("x", 4), Markup.Attribute("y", 16), text));

    /// <returns>0..1 from left to right.</returns>
    private double Place(TimeSpan time) => Math.Clamp((time - Start) / length, 0, 1);

    private string Describe() =>
        $"{ClockText.Format(Start)} to {ClockText.Format(Start + length)}: {string.Join(", ", segments.Select(DescriptionOf))}";
}
