using System.Globalization;
using System.Text;
using System.Xml;
using Hasta.Landmarks.IO;

namespace Hasta.Tool.Segments;

/// <summary>
/// Writes segments in ELAN's annotation format, EAF 3.0 (https://www.mpi.nl/tools/elan/EAFv3.0.xsd), with two tiers: <c>SIGN</c>, and
/// <c>CONFIDENCE</c> with the confidence 0..1 of each sign, which follows the sign if it is moved.
/// </summary>
internal static class EafFile
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(string path, SegmentList segments, DateTimeOffset date)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        AtomicFile.Write(path, stream =>
        {
            using var xml = XmlWriter.Create(stream, settings);
            WriteDocument(xml, EafMedia.Of(segments.Source, path), segments.Segments, date);
        });
    }

    /// <param name="xml">The file.</param>
    /// <param name="media">Null if the source is no video.</param>
    /// <param name="segments">In order, without overlaps, at whole milliseconds.</param>
    /// <param name="date">When the file was made.</param>
    private static void WriteDocument(XmlWriter xml, EafMedia? media, IReadOnlyList<SignSegment> segments, DateTimeOffset date)
    {
        xml.WriteStartElement("ANNOTATION_DOCUMENT");
        WriteAttributes(
            xml, ("AUTHOR", "Hasta"), ("DATE", date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)),
            ("FORMAT", "3.0"), ("VERSION", "3.0"));
        xml.WriteAttributeString("xsi", "noNamespaceSchemaLocation", SchemaInstance, "http://www.mpi.nl/tools/elan/EAFv3.0.xsd");
        int annotations = EafTiers.Count(segments);
        WriteHeader(xml, media, annotations);
        EafTiers.WriteTimes(xml, segments);
        EafTiers.WriteSigns(xml, segments);
        EafTiers.WriteConfidences(xml, segments);
        WriteElement(
            xml, "LINGUISTIC_TYPE", ("GRAPHIC_REFERENCES", "false"), ("LINGUISTIC_TYPE_ID", EafTiers.SignType), ("TIME_ALIGNABLE", "true"));
        WriteElement(
            xml, "LINGUISTIC_TYPE", ("CONSTRAINTS", "Symbolic_Association"), ("GRAPHIC_REFERENCES", "false"),
            ("LINGUISTIC_TYPE_ID", EafTiers.ConfidenceType), ("TIME_ALIGNABLE", "false"));
        WriteElement(
            xml, "CONSTRAINT", ("DESCRIPTION", "1-1 association with a parent annotation"), ("STEREOTYPE", "Symbolic_Association"));
        xml.WriteEndElement();
    }

    private static void WriteHeader(XmlWriter xml, EafMedia? media, int annotations)
    {
        xml.WriteStartElement("HEADER");
        WriteAttributes(xml, ("MEDIA_FILE", ""), ("TIME_UNITS", "milliseconds"));
        if (media is not null)
        {
            WriteElement(
                xml, "MEDIA_DESCRIPTOR",
                ("MEDIA_URL", media.Url), ("MIME_TYPE", media.MimeType), ("RELATIVE_MEDIA_URL", media.RelativeUrl));
        }

        xml.WriteStartElement("PROPERTY");
        WriteAttributes(xml, ("NAME", "lastUsedAnnotationId"));
        xml.WriteValue(annotations);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    internal static void WriteElement(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        WriteAttributes(xml, attributes);
        xml.WriteEndElement();
    }

    internal static void WriteAttributes(XmlWriter xml, params (string Name, string Value)[] attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }
}
