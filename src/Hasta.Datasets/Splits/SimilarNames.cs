using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>
/// Finds names that differ only in case, whitespace, joiners or full-width forms: probably one person or gloss written in two ways.
/// </summary>
internal static class SimilarNames
{
    private const int MaxGroups = 5;

    /// <returns>
    /// One sentence for each of glosses, signers and sessions that has near-equal names, with all spellings and clip counts.
    /// </returns>
    public static IReadOnlyList<string> Describe(IReadOnlyCollection<ManifestEntry> entries) =>
    [
        .. new[]
        {
            Describe("glosses", entries.Select(entry => entry.Gloss)),
            Describe("signers", entries.Select(entry => entry.Signer)),
            Describe("sessions", entries.Select(entry => entry.Session)),
        }.OfType<string>(),
    ];

    /// <returns>Each name's representative: the first, in ordinal order, of the names that are near-equal to it; usually itself.</returns>
    internal static IReadOnlyDictionary<string, string> Representatives(IEnumerable<string> names) =>
        names.Distinct().Order(StringComparer.Ordinal).GroupBy(NameText.Fold, StringComparer.Ordinal)
            .SelectMany(group => group.Select(name => (Name: name, group.First())))
            .ToDictionary(StringComparer.Ordinal);

    /// <returns>The names ordered by edit distance from the name, folded; closest first.</returns>
    internal static IEnumerable<string> Nearest(string name, IEnumerable<string> names)
    {
        string folded = NameText.Fold(name);
        return names.OrderBy(other => Distance(folded, NameText.Fold(other))).ThenBy(other => other, StringComparer.Ordinal);
    }

    private static string? Describe(string what, IEnumerable<string?> names)
    {
        string[] groups =
        [
            .. names.OfType<string>().CountBy(name => name, StringComparer.Ordinal)
                .GroupBy(name => NameText.Fold(name.Key), StringComparer.Ordinal)
                .Where(group => group.Skip(1).Any())
                .Select(group => string.Join(
                    " and ",
                    group.OrderBy(name => name.Key, StringComparer.Ordinal)
                        .Select(name => $"{NameText.Show(name.Key)} ({CountText.Of(name.Value, "clip")})"))),
        ];
        string more = groups.Length > MaxGroups ? $"; and {groups.Length - MaxGroups} more" : "";
        return groups.Length == 0
            ? null
            : $"Nearly equal {what} count as different: {string.Join("; ", groups.Take(MaxGroups))}{more}. "
            + "If they are the same, use one spelling and prepare again.";
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string one, string other)
    {
        int[] previous = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 0; i < one.Length; i++)
        {
            int[] current = new int[other.Length + 1];
            current[0] = i + 1;
            for (int j = 0; j < other.Length; j++)
            {
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, previous[j] + (one[i] == other[j] ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }
}
