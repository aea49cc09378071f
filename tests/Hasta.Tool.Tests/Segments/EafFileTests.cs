using System.Xml.Linq;
using Hasta.Recognition;
using Hasta.TestKit;
using Hasta.Tool.Segments;

namespace Hasta.Tool.Tests.Segments;

public sealed class EafFileTests : IDisposable
{
    private const string Hostile = "<A & \"B\">" + HostileText.Raw + "\ud800\uffff";

    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.FromHours(5.5));

    private readonly TempFolder folder = new();

    [Fact]
    public void Elements_are_in_the_order_of_the_schema()
    {
        XElement root = Write("a.mp4", MadeSegment.At(0.5, 1), MadeSegment.At(2, 3)).Root!;

        Assert.Equal(
            ["HEADER", "TIME_ORDER", "TIER", "TIER", "LINGUISTIC_TYPE", "LINGUISTIC_TYPE", "CONSTRAINT"],
            root.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("2026-01-02T12:00:00+05:30", root.Attribute("DATE")!.Value);
        Assert.Equal(("3.0", "3.0"), (root.Attribute("FORMAT")!.Value, root.Attribute("VERSION")!.Value));
        Assert.Equal("milliseconds", root.Element("HEADER")!.Attribute("TIME_UNITS")!.Value);
    }

    [Fact]
    public void Ids_are_unique_and_every_reference_has_its_target()
    {
        XDocument document = Write("a.mp4", MadeSegment.At(0.5, 1), MadeSegment.At(1, 1.5, UnsureKind.NoHand), MadeSegment.At(2, 3));

        string[] ids = [.. Values(document, "ANNOTATION_ID"), .. Values(document, "TIME_SLOT_ID")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal("5", document.Descendants("PROPERTY").Single().Value);
        Assert.All(Values(document, "ANNOTATION_REF"), id => Assert.Contains(id, ids));
        Assert.All([.. Values(document, "TIME_SLOT_REF1"), .. Values(document, "TIME_SLOT_REF2")], id => Assert.Contains(id, ids));
        Assert.All(Values(document, "LINGUISTIC_TYPE_REF"), id => Assert.Contains(id, Values(document, "LINGUISTIC_TYPE_ID")));
        Assert.All(Values(document, "PARENT_REF"), id => Assert.Contains(id, Values(document, "TIER_ID")));
        Assert.All(Values(document, "CONSTRAINTS"), id => Assert.Contains(id, Values(document, "STEREOTYPE")));
    }

    [Fact]
    public void Times_are_in_order_and_signs_do_not_overlap()
    {
        XDocument document = Write(
            "a.mp4", MadeSegment.At(2, 3), MadeSegment.At(0.5, 1.0004), MadeSegment.At(0.8, 1.4), MadeSegment.At(1.2, 1.3));

        int[] times = [.. document.Descendants("TIME_SLOT").Select(slot => (int)slot.Attribute("TIME_VALUE")!)];
        Assert.Equal([500, 1000, 1000, 1400, 1400, 1401, 2000, 3000], times);
        Assert.Equal(["ts1", "ts3", "ts5", "ts7"], Values(document, "TIME_SLOT_REF1"));
        Assert.Equal(["ts2", "ts4", "ts6", "ts8"], Values(document, "TIME_SLOT_REF2"));
    }

    [Fact]
    public void Doubt_is_marked()
    {
        XDocument document = Write(
            "a.mp4", MadeSegment.At(0, 1), MadeSegment.At(1, 2, UnsureKind.LowConfidence), MadeSegment.At(2, 3, UnsureKind.NoHand));

        Assert.Equal(["Hello", "?Hello", "?", "0.42", "0.42"], document.Descendants("ANNOTATION_VALUE").Select(value => value.Value));
    }

    [Fact]
    public void Hostile_glosses_are_escaped()
    {
        XDocument document = Write("a.mp4", MadeSegment.At(0, 1) with { Result = MadeSegment.Result(Hostile, null) });

        string gloss = document.Descendants("ANNOTATION_VALUE").First().Value;
        Assert.StartsWith("<A & \"B\">\ufffd[2J", gloss, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', gloss);
    }

    [Theory]
    [InlineData("a b & <c>.mp4", "a%20b%20%26%20%3Cc%3E.mp4", "video/mp4")]
    [InlineData("100% #1?.MOV", "100%25%20%231%3F.MOV", "video/quicktime")]
    [InlineData("हेलो.mkv", "%E0%A4%B9%E0%A5%87%E0%A4%B2%E0%A5%8B.mkv", "unknown")]
    public void The_video_is_found_by_a_URL_and_from_the_file_s_folder(string name, string escaped, string type)
    {
        XElement media = Write(name, MadeSegment.At(0, 1)).Descendants("MEDIA_DESCRIPTOR").Single();

        Assert.Equal(folder.At(name), new Uri(media.Attribute("MEDIA_URL")!.Value).LocalPath);
        Assert.EndsWith($"/{escaped}", media.Attribute("MEDIA_URL")!.Value, StringComparison.Ordinal);
        Assert.Equal($"../{name}", media.Attribute("RELATIVE_MEDIA_URL")!.Value);
        Assert.Equal(type, media.Attribute("MIME_TYPE")!.Value);
    }

    public void Dispose() => folder.Dispose();

    private static string[] Values(XDocument document, string attribute) =>
        [.. document.Descendants().Attributes(attribute).Select(value => value.Value)];

    private XDocument Write(string source, params SignSegment[] segments)
    {
        string path = folder.At("eaf", "signs.eaf");
        EafFile.Write(
            path, new SegmentList { Source = folder.At(source), Length = TimeSpan.FromSeconds(4), Segments = segments }, Noon);
        return XDocument.Load(path);
    }
}
