using System.Globalization;
using System.Text;
using Hasta.Landmarks.Text;
using Spectre.Console;

namespace Hasta.Tool.Output;

/// <summary>Makes text that comes from files and servers safe to show: control characters, line breaks and direction overrides become <c>\u001b</c>, <c>\n</c>.</summary>
internal static class TerminalText
{
    /// <summary>One line, whatever the text holds.</summary>
    public static string Escape(string text) => Escape(text, kept: "");

    /// <param name="text">Any text.</param>
    /// <param name="kept">Control characters that stay as they are.</param>
    public static string Escape(string text, string kept)
    {
        if (!text.Any(letter => UnsafeLetters.Contains(letter) && !kept.Contains(letter)))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (char letter in text)
        {
            _ = UnsafeLetters.Contains(letter) && !kept.Contains(letter) ? Append(safe, letter) : safe.Append(letter);
        }

        return safe.ToString();
    }

    /// <summary>For Spectre.Console's markup, where brackets have a meaning too.</summary>
    public static string ToMarkup(string text) => Markup.Escape(Escape(text));

    private static StringBuilder Append(StringBuilder text, char letter) => letter switch
    {
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
    };
}
