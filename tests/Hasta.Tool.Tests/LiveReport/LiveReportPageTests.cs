using System.Xml.Linq;
using Hasta.Recognition;
using Hasta.TestKit;
using Hasta.Tool.LiveReport;
using Hasta.Tool.Segments;
using Hasta.Tool.Tests.Segments;

namespace Hasta.Tool.Tests.LiveReport;

public sealed class LiveReportPageTests
{
    [Fact]
    public void A_sign_is_as_high_as_its_confidence_and_as_long_as_it_took()
    {
        XElement bar = Assert.Single(Rects(Render([MadeSegment.At(2, 4)]), "bar"));

        Assert.Equal(("25%", "25%"), (bar.Attribute("x")!.Value, bar.Attribute("width")!.Value));
        XElement extent = Assert.Single(Rects(Render([MadeSegment.At(2, 4)]), "extent"));
        Assert.Equal(0.42, (double)bar.Attribute("height")! / (double)extent.Attribute("height")!, 2);
    }

    [Fact]
    public void Doubt_is_hatched_and_what_shows_no_sign_has_no_bar_and_no_gloss()
    {
        XDocument page = Render([MadeSegment.At(0, 1, UnsureKind.LowConfidence), MadeSegment.At(2, 3, UnsureKind.NoHand)]);

        Assert.Equal(["?Hello", "?"], Words(page));
        Assert.Equal("0", Rects(page, "bar unsure").Last().Attribute("height")!.Value);
        Assert.Equal("it is a test", page.Descendants("tr").Last().Elements("td").ElementAt(1).Value);
    }

    [Fact]
    public void A_sign_across_two_rows_is_in_both()
    {
        XDocument page = Render([MadeSegment.At(7, 9)]);

        Assert.Equal(["87.5%", "0%"], Rects(page, "bar").Select(bar => bar.Attribute("x")!.Value));
        Assert.Equal(["12.5%", "12.5%"], Rects(page, "bar").Select(bar => bar.Attribute("width")!.Value));
    }

    [Fact]
    public void A_long_rest_is_one_line()
    {
        XDocument page = Render([MadeSegment.At(1, 2), MadeSegment.At(3590, 3591)], seconds: 3600);

        Assert.Equal(["0:08–59:44 no sign", "59:52–1:00:00 no sign"], Of(page, "p", "gap").Select(gap => gap.Value));
        Assert.Equal(2, Of(page, "svg", "row").Count());
    }

    [Fact]
    public void The_true_signs_are_above_the_answers()
    {
        XDocument page = Render([MadeSegment.At(1, 2)], truth: new TrueSign("Thankyou", TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5)));

        Assert.Equal(["Thank you", "Hello"], Words(page));
        Assert.True((double)Rects(page, "truth").Single().Attribute("y")! < (double)Rects(page, "extent").Single().Attribute("y")!);
    }

    [Fact]
    public void A_stream_without_signs_has_no_table()
    {
        XDocument page = Render([]);

        Assert.Equal("0 signs, in 0:16", page.Descendants("h1").Single().Value);
        Assert.Empty(page.Descendants("table"));
    }

    [Fact]
    public void Words_are_in_English_and_Hindi()
    {
        XElement word = Render([MadeSegment.At(1, 2)]).Descendants("td").ElementAt(1);

        Assert.Equal("Hello", word.Element("b")!.Value);
        Assert.Equal(GlossInfo.Find("Hello")!.Hindi, word.Elements("small").Single(small => small.Attribute("lang")?.Value == "hi").Value);
    }

    [Fact]
    public void Hostile_names_are_escaped()
    {
        const string name = "</title><script>alert(1)</script>\"'&" + HostileText.Raw;
        SignSegment segment = MadeSegment.At(0, 1) with { Result = MadeSegment.Result(name, null) };

        string text = LiveReportPage.Render(
            new SegmentList { Source = name, Length = TimeSpan.FromSeconds(4), Segments = [segment] },
            [new TrueSign(name, TimeSpan.Zero, TimeSpan.FromSeconds(1))]);

        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', text);
        Assert.DoesNotContain('\u001b', text);
        Assert.StartsWith("</title>", Of(XDocument.Parse(text), "p", "source").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        string text = LiveReportPage.Render(ListOf([MadeSegment.At(0, 1)], 16));

        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("&gt;", XDocument.Parse(text).Descendants("style").Single().ToString(), StringComparison.Ordinal);
    }

    private static XDocument Render(SignSegment[] segments, double seconds = 16, params TrueSign[] truth) =>
        XDocument.Parse(LiveReportPage.Render(ListOf(segments, seconds), truth));

    private static SegmentList ListOf(SignSegment[] segments, double seconds) =>
        new() { Source = "stream.mp4", Length = TimeSpan.FromSeconds(seconds), Segments = segments };

    private static IEnumerable<XElement> Rects(XDocument page, string kind) => Of(page, "rect", kind);

    private static IEnumerable<string> Words(XDocument page) => Of(page, "text", "word").Select(word => word.Value);

    private static IEnumerable<XElement> Of(XDocument page, string name, string kind) =>
        page.Descendants(name).Where(element => element.Attribute("class")?.Value == kind);
}
