using Hasta.Datasets.Clips;

namespace Hasta.Include.Fetching;

/// <summary>Which of INCLUDE's clips are wanted.</summary>
internal sealed class IncludeSelection
{
    private readonly HashSet<string>? wantedGlosses;
    private readonly HashSet<string> categories;
    private readonly bool is50;

    private IncludeSelection(HashSet<string> categories, HashSet<string>? glosses, bool is50, IncludeLabels labels)
    {
        this.categories = categories;
        wantedGlosses = glosses;
        this.is50 = is50;
        Labels = labels;
    }

    /// <summary>Whose glosses are meant.</summary>
    public IncludeLabels Labels { get; }

    /// <summary>Whether whole categories are wanted, and with them whole zips.</summary>
    public bool TakesWholeZips => wantedGlosses is null && !is50;

    /// <summary>The zips that can hold wanted clips.</summary>
    public IReadOnlyList<IncludeZip> Zips => [.. IncludeZip.All.Where(zip => categories.Contains(IncludeName.KeyOf(zip.Category)))];

    /// <param name="include50">Only clips of INCLUDE-50's lists.</param>
    /// <param name="categories">Names of categories; all where empty.</param>
    /// <param name="glosses">Words; all where empty.</param>
    /// <param name="labels">Whose glosses are meant.</param>
    /// <exception cref="Download.DownloadException">A category or gloss that INCLUDE does not have, or nothing is left.</exception>
    public static IncludeSelection Create(bool include50, IReadOnlyList<string> categories, IReadOnlyList<string> glosses, IncludeLabels labels = IncludeLabels.Original)
    {
        IncludeClip[] clips = [.. IncludeClips.All.Where(clip => !include50 || clip.Official50 is not null)];
        HashSet<string> chosen = Known(categories, IncludeZip.All.Select(zip => zip.Category), "category");
        HashSet<string> words = Known(glosses, IncludeClips.All.Select(clip => clip.Gloss), "gloss");
        HashSet<string> left =
        [
            .. clips.Where(clip => words.Count == 0 || words.Contains(IncludeName.KeyOf(LabelFixes.GlossOf(clip, labels))))
                .Select(clip => IncludeName.KeyOf(clip.Name.Category))
                .Where(category => chosen.Count == 0 || chosen.Contains(category)),
        ];
        return left.Count > 0
            ? new IncludeSelection(left, words.Count == 0 ? null : words, include50, labels)
            : throw new Download.DownloadException("No clip of INCLUDE is in all that --include50, --category and --glosses ask for. Ask for less at a time.");
    }

    /// <summary>Whether a member of a zip is a wanted clip.</summary>
    public bool Takes(string member)
    {
        if (!ClipEndings.IsClip(member) || IncludeName.Parse(member) is not { } name)
        {
            return false;
        }

        IncludeClip? listed = IncludeClips.Find(member);
        string gloss = listed is null ? name.GlossKey : IncludeName.KeyOf(LabelFixes.GlossOf(listed, Labels));
        return (wantedGlosses is null || wantedGlosses.Contains(gloss)) && (!is50 || listed?.Official50 is not null);
    }

    private static HashSet<string> Known(IReadOnlyList<string> asked, IEnumerable<string> all, string what)
    {
        Dictionary<string, string> known = all.Distinct().ToDictionary(IncludeName.KeyOf, StringComparer.Ordinal);
        string? unknown = asked.FirstOrDefault(name => !known.ContainsKey(IncludeName.KeyOf(name)));
        return unknown is null
            ? [.. asked.Select(IncludeName.KeyOf)]
            : throw new Download.DownloadException($"INCLUDE has no {what} \"{unknown}\". It has {string.Join(", ", known.Values.Order(StringComparer.OrdinalIgnoreCase))}.");
    }
}
