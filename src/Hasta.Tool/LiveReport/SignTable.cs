using System.Xml.Linq;
using Hasta.Recognition;
using Hasta.Tool.Output;
using Hasta.Tool.Segments;

namespace Hasta.Tool.LiveReport;

/// <summary>One line per answer.</summary>
internal static class SignTable
{
    public static XElement? Write(SegmentList segments) => segments.Segments.Count == 0 ? null : Markup.Element(
        "section",
        Markup.Element("h2", "Signs"),
        Markup.Element(
            "table",
            Markup.Element("thead", Markup.Element("tr", Heads(("Time", ""), ("Word", ""), ("Confidence", "number"), ("Candidates", "")))),
            Markup.Element("tbody", segments.Segments.Select(Row))));

    private static IEnumerable<XElement> Heads(params (string Text, string Kind)[] columns) =>
        columns.Select(column => Markup.Element("th", Markup.Attribute("scope", "col"), Markup.Class(column.Kind), column.Text));

    private static XElement Row(SignSegment segment) => Markup.Element(
        "tr",
        Markup.Element(
            "td", Markup.Class("time"), ClockText.FormatTenths(segment.Start),
            Markup.Element("small", $"–{ClockText.FormatTenths(segment.End)}")),
        Markup.Element("td", Markup.Class("word"), segment.HasGloss ? Word(segment.Result) : [segment.Result.Reason?.Text ?? ""]),
        Markup.Filled("td", Markup.Class("number"), segment.HasGloss ? ConfidenceText.Format(segment.Result.Confidence) : ""),
        Markup.Filled("td", Markup.Class("candidates"), segment.HasGloss ? Candidates(segment.Result) : ""));

    private static object?[] Word(SignResult result) =>
    [
        result.Unsure ? Markup.Element("i", "unsure, perhaps ") : null,
        Markup.Element("b", GlossInfo.DisplayOf(result.Gloss)),
        " ",
        GlossInfo.Find(result.Gloss)?.Hindi is { } hindi ? Markup.Element("small", Markup.Attribute("lang", "hi"), hindi) : null,
    ];

    private static string Candidates(SignResult result) => string.Join(", ", result.Candidates.Skip(1).Select(
        candidate => $"{GlossInfo.DisplayOf(candidate.Gloss)} {ConfidenceText.Format(candidate.Confidence)}"));
}
