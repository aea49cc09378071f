using System.Globalization;
using System.Xml;
using Hasta.Tool.Output;

namespace Hasta.Tool.Segments;

/// <summary>The time slots and tiers of an <see cref="EafFile"/>. Ids: slots ts1, ts2, ...; annotations a1, a2, ..., signs first.</summary>
internal static class EafTiers
{
    public const string SignType = "sign";
    public const string ConfidenceType = "confidence";

    private const string SignTier = "SIGN";

    public static int Count(IReadOnlyList<SignSegment> segments) => segments.Count + segments.Count(segment => segment.HasGloss);

    /// <summary>A slot for the start and one for the end of each segment, so that each can be moved alone.</summary>
    public static void WriteTimes(XmlWriter xml, IReadOnlyList<SignSegment> segments)
    {
        xml.WriteStartElement("TIME_ORDER");
        foreach ((int i, TimeSpan time) in segments.SelectMany(segment => new[] { segment.Start, segment.End }).Index())
        {
            EafFile.WriteElement(xml, "TIME_SLOT", ("TIME_SLOT_ID", SlotOf(i + 1)), ("TIME_VALUE", Text($"{time.TotalMilliseconds:0}")));
        }

        xml.WriteEndElement();
    }

    public static void WriteSigns(XmlWriter xml, IReadOnlyList<SignSegment> segments)
    {
        WriteTierStart(xml, SignTier, SignType);
        foreach ((int i, SignSegment segment) in segments.Index())
        {
            xml.WriteStartElement("ANNOTATION");
            xml.WriteStartElement("ALIGNABLE_ANNOTATION");
            EafFile.WriteAttributes(
                xml, ("ANNOTATION_ID", IdOf(i + 1)), ("TIME_SLOT_REF1", SlotOf((2 * i) + 1)), ("TIME_SLOT_REF2", SlotOf((2 * i) + 2)));
            WriteAnnotationEnd(xml, segment.Text);
        }

        xml.WriteEndElement();
    }

    public static void WriteConfidences(XmlWriter xml, IReadOnlyList<SignSegment> segments)
    {
        WriteTierStart(xml, "CONFIDENCE", ConfidenceType, ("PARENT_REF", SignTier));
        int id = segments.Count;
        foreach ((int i, SignSegment segment) in segments.Index().Where(segment => segment.Item.HasGloss))
        {
            xml.WriteStartElement("ANNOTATION");
            xml.WriteStartElement("REF_ANNOTATION");
            EafFile.WriteAttributes(xml, ("ANNOTATION_ID", IdOf(++id)), ("ANNOTATION_REF", IdOf(i + 1)));
            WriteAnnotationEnd(xml, Text($"{segment.Result.Confidence:0.00}"));
        }

        xml.WriteEndElement();
    }

    private static void WriteTierStart(XmlWriter xml, string name, string type, params (string Name, string Value)[] more)
    {
        xml.WriteStartElement("TIER");
        EafFile.WriteAttributes(xml, [("LINGUISTIC_TYPE_REF", type), .. more, ("TIER_ID", name)]);
    }

    private static void WriteAnnotationEnd(XmlWriter xml, string value)
    {
        xml.WriteElementString("ANNOTATION_VALUE", XmlSafeText.Clean(value));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string SlotOf(int number) => Text($"ts{number}");

    private static string IdOf(int number) => Text($"a{number}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
