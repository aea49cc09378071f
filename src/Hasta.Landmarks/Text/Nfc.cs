using System.Text;

namespace Hasta.Landmarks.Text;

/// <summary>
/// Unicode normalization form C. <see cref="string.Normalize()"/> does nothing under InvariantGlobalization, which Hasta is built with so
/// that it needs no ICU on the user's machine.
/// </summary>
internal static class Nfc
{
    private const int FirstAffected = 0x300;
    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    /// <summary>Lone surrogates become U+FFFD.</summary>
    public static string Normalize(string text)
    {
        if (text.All(c => c < FirstAffected))
        {
            return text;
        }

        List<int> points = [];
        foreach (Rune rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        Reorder(points);
        Compose(points);
        var composed = new StringBuilder(text.Length);
        points.ForEach(point => composed.Append(new Rune(point)));
        return composed.ToString();
    }

    private static void Decompose(int point, List<int> into)
    {
        int syllable = point - HangulBase;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            into.Add(LeadBase + (syllable / (Vowels * Tails)));
            into.Add(VowelBase + (syllable / Tails % Vowels));
            if (syllable % Tails != 0)
            {
                into.Add(TailBase + (syllable % Tails));
            }
        }
        else if (NfcTable.Instance.Decompose(point) is { } decomposition)
        {
            foreach (int element in decomposition)
            {
                Decompose(element, into);
            }
        }
        else
        {
            into.Add(point);
        }
    }

    /// <summary>Stable sort by combining class within each sequence of marks.</summary>
    private static void Reorder(List<int> points)
    {
        for (int start = 0; start < points.Count;)
        {
            int end = start + 1;
            if (NfcTable.Instance.ClassOf(points[start]) != 0)
            {
                while (end < points.Count && NfcTable.Instance.ClassOf(points[end]) != 0)
                {
                    end++;
                }

                int[] sorted = [.. points[start..end].OrderBy(NfcTable.Instance.ClassOf)];
                sorted.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points)[start..]);
            }

            start = end;
        }
    }

    private static void Compose(List<int> points)
    {
        int starter = -1;
        int lastClass = -1;
        int kept = 0;
        foreach (int point in points.ToArray())
        {
            int combining = NfcTable.Instance.ClassOf(point);
            if (starter >= 0 && lastClass < combining && Pair(points[starter], point) is >= 0 and var composed)
            {
                points[starter] = composed;
                continue;
            }

            if (combining == 0)
            {
                (starter, lastClass) = (kept, -1);
            }
            else
            {
                lastClass = combining;
            }

            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < Leads and var lead && second - VowelBase is >= 0 and < Vowels and var vowel)
        {
            return HangulBase + (((lead * Vowels) + vowel) * Tails);
        }

        bool isOpenSyllable = first - HangulBase is >= 0 and < Leads * Vowels * Tails and var syllable && syllable % Tails == 0;
        return isOpenSyllable && second - TailBase is > 0 and < Tails and var tail
            ? first + tail
            : NfcTable.Instance.Compose(first, second);
    }
}
