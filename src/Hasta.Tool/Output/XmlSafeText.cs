using System.Text;
using Hasta.Landmarks.Text;

namespace Hasta.Tool.Output;

/// <summary>Makes text from files fit for XML and HTML; their writers do the escaping.</summary>
internal static class XmlSafeText
{
    /// <summary>
    /// Replaces control characters and half surrogate pairs, which XML does not allow, and direction overrides, which would reverse the
    /// text around them, with U+FFFD.
    /// </summary>
    public static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsSafe(rune) ? rune.ToString() : "\ufffd"));

    private static bool IsSafe(Rune rune) =>
        !rune.IsBmp || (!UnsafeCharacters.Contains((char)rune.Value) && rune.Value is not (0xfffe or 0xffff));
}
