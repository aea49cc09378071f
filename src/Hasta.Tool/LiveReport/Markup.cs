using System.Globalization;
using System.Xml.Linq;
using Hasta.Tool.Output;

namespace Hasta.Tool.LiveReport;

/// <summary>Elements and attributes of a page. All text in them is escaped when the page is written.</summary>
internal static class Markup
{
    /// <param name="name">Name of the element.</param>
    /// <param name="content">Attributes, elements, sequences of them, and text.</param>
    public static XElement Element(string name, params object?[] content) =>
        new(name, [.. content.Select(Clean)]);

    /// <summary>An element that browsers would not accept as closed without content.</summary>
    public static XElement Filled(string name, params object?[] content) => Element(name, [.. content, ""]);

    public static XAttribute Class(string name) => new("class", name);

    public static XAttribute Attribute(string name, string value) => new(name, XmlSafeText.Clean(value));

    public static XAttribute Attribute(string name, double value) => new(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <param name="name">Name of the attribute.</param>
    /// <param name="share">0..1, written as a percentage.</param>
    public static XAttribute Share(string name, double share) =>
        new(name, (100 * share).ToString("0.###", CultureInfo.InvariantCulture) + "%");

    private static object? Clean(object? content) => content switch
    {
        string text => XmlSafeText.Clean(text),
        object?[] items => items.Select(Clean),
        _ => content,
    };
}
