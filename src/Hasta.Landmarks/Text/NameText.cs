using System.Globalization;
using System.Text;

namespace Hasta.Landmarks.Text;

/// <summary>Normalises names (glosses, signers, sessions, clip ids) for comparison and display.</summary>
internal static class NameText
{
    private const int FullWidthFirst = 0xFF01;
    private const int FullWidthLast = 0xFF5E;
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>
    /// Soft hyphen, zero-width space, byte order mark, word joiner and bidirectional marks. Not ZWJ and ZWNJ, which are significant at the
    /// end of Indic words.
    /// </summary>
    private const string Invisible =
        "\u00AD\u061C\u180E\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    /// <summary>NFC, without blanks and invisible characters at the ends. Those in between are kept.</summary>
    public static string Clean(string name)
    {
        string composed = Nfc.Normalize(name);
        int start = 0;
        int end = composed.Length;
        while (start < end && IsBlank(composed[start]))
        {
            start++;
        }

        while (end > start && IsBlank(composed[end - 1]))
        {
            end--;
        }

        return composed[start..end];
    }

    /// <summary>
    /// Returns the same text for names that differ only in case, blanks, joiners, invisible characters or full-width forms.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (Rune rune in Nfc.Normalize(name).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && !IsVariationSelector(rune.Value))
            {
                var narrow = new Rune(rune.Value is >= FullWidthFirst and <= FullWidthLast ? rune.Value - FullWidthOffset : rune.Value);
                folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(narrow)));
            }
        }

        return Nfc.Normalize(folded.ToString());
    }

    /// <summary>Quotes the name and writes invisible characters as <c>&lt;U+200D&gt;</c>.</summary>
    public static string Show(string name)
    {
        var shown = new StringBuilder("\"");
        foreach (Rune rune in name.EnumerateRunes())
        {
            shown.Append(IsVisible(rune) ? rune.ToString() : $"<U+{rune.Value:X4}>");
        }

        return shown.Append('"').ToString();
    }

    private static bool IsVisible(Rune rune) => rune.Value == ' '
        || !(Rune.IsWhiteSpace(rune)
            || Rune.IsControl(rune)
            || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            || IsVariationSelector(rune.Value));

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Invisible.Contains(c);

    private static bool IsVariationSelector(int point) => point is >= 0xFE00 and <= 0xFE0F;
}
