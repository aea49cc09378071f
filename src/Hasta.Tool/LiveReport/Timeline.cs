using System.Xml.Linq;
using Hasta.Tool.Output;
using Hasta.Tool.Segments;

namespace Hasta.Tool.LiveReport;

/// <summary>The stream in rows of eight seconds, without the rows in which nothing happened.</summary>
internal static class Timeline
{
    private static readonly TimeSpan RowLength = TimeSpan.FromSeconds(8);

    public static XElement Write(SegmentList segments, IReadOnlyList<TrueSign> truth) => Markup.Element(
        "section",
        Markup.Element("h2", "Time line"),
        Markup.Element(
            "p",
            truth.Count > 0 ? "Above, outlined: the signs in the stream. Below them: the answers. " : "",
            "The height of a bar is the confidence. ",
            Markup.Filled("span", Markup.Class("key sure")),
            " sure ",
            Markup.Filled("span", Markup.Class("key doubt")),
            " unsure"),
        TimelineRow.Patterns(),
        Markup.Element(
            "div", Markup.Class("scroll"), Markup.Attribute("tabindex", "0"), Markup.Attribute("role", "region"),
            Markup.Attribute("aria-label", "Time line"),
            Rows(segments, truth)));

    private static IEnumerable<XElement> Rows(SegmentList segments, IReadOnlyList<TrueSign> truth)
    {
        TimeSpan quiet = TimeSpan.Zero;
        int count = (int)(segments.Length / RowLength) + 1;
        foreach (TimelineRow row in Enumerable.Range(0, count).Select(i => new TimelineRow(i * RowLength, RowLength, segments, truth)))
        {
            if (row.IsEmpty)
            {
                continue;
            }

            if (quiet < row.Start)
            {
                yield return Gap(quiet, row.Start);
            }

            yield return row.Write();
            quiet = row.Start + RowLength;
        }

        if (quiet < segments.Length)
        {
            yield return Gap(quiet, segments.Length);
        }
    }

    private static XElement Gap(TimeSpan start, TimeSpan end) =>
        Markup.Element("p", Markup.Class("gap"), $"{ClockText.Format(start)}–{ClockText.Format(end)} no sign");
}
