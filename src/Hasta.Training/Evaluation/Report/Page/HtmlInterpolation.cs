using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Hasta.Landmarks.Text;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Builds markup from an interpolated string. Values that are not markup are escaped for text and quoted attributes.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlInterpolation
{
    private readonly StringBuilder text;

    public HtmlInterpolation(int literalLength, int formattedCount)
    {
        text = new StringBuilder(literalLength + (formattedCount * 8));
    }

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html markup) => text.Append(markup.Text);

    /// <summary>
    /// Escapes the value. Control characters, which HTML does not allow, and bidirectional overrides, which would reverse the page's own
    /// text, are replaced with U+FFFD.
    /// </summary>
    public void AppendFormatted(string? value) => text.Append(WebUtility.HtmlEncode(value is null
        ? null
        : string.Concat(value.Select(letter => UnsafeCharacters.Contains(letter) && letter is not ('\n' or '\t') ? '\ufffd' : letter))));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
