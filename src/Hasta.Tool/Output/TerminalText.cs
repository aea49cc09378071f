using System.Globalization;
using System.Text;
using Hasta.Landmarks.Text;
using Spectre.Console;

namespace Hasta.Tool.Output;

/// <summary>
/// Makes text from files and servers safe to display: control characters, line breaks and direction overrides become <c>\u001b</c>,
/// <c>\n</c>.
/// </summary>
internal static class TerminalText
{
    /// <summary>Escapes a text to one line.</summary>
    public static string Escape(string text) => Escape(text, kept: "");

    /// <param name="text">Any text.</param>
    /// <param name="kept">Control characters that are not escaped.</param>
    public static string Escape(string text, string kept)
    {
        if (!text.Any(letter => UnsafeCharacters.Contains(letter) && !kept.Contains(letter)))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (char letter in text)
        {
            _ = UnsafeCharacters.Contains(letter) && !kept.Contains(letter) ? Append(safe, letter) : safe.Append(letter);
        }

        return safe.ToString();
    }

    /// <summary>Also escapes brackets, which have a meaning in Spectre.Console's markup.</summary>
    public static string ToMarkup(string text) => Markup.Escape(Escape(text));

    private static StringBuilder Append(StringBuilder text, char letter) => letter switch
    {
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
    };
}
