using Hasta.Datasets.Clips;
using Hasta.Datasets.Fetching;

namespace Hasta.Include.Fetching;

/// <summary>A selection of INCLUDE's clips.</summary>
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

    /// <summary>Which glosses apply: the published or the corrected ones.</summary>
    public IncludeLabels Labels { get; }

    /// <summary>Whether whole categories are selected, and with them whole zips.</summary>
    public bool TakesWholeZips => wantedGlosses is null && !is50;

    /// <summary>The zips that may contain selected clips.</summary>
    public IReadOnlyList<IncludeZip> Zips => [.. IncludeZip.All.Where(zip => categories.Contains(IncludeName.KeyOf(zip.Category)))];

    /// <param name="include50">Only clips in INCLUDE-50's lists.</param>
    /// <param name="categories">Names of categories; all if empty.</param>
    /// <param name="glosses">Glosses; all if empty.</param>
    /// <param name="labels">Which glosses apply.</param>
    /// <exception cref="DownloadException">A category or gloss that INCLUDE does not have, or an empty selection.</exception>
    public static IncludeSelection Create(
        bool include50, IReadOnlyList<string> categories, IReadOnlyList<string> glosses, IncludeLabels labels = IncludeLabels.Original)
    {
        IncludeClip[] clips = [.. IncludeClips.All.Where(clip => !include50 || clip.Official50 is not null)];
        HashSet<string> chosen = Known(categories, IncludeZip.All.Select(zip => zip.Category), "category");
        HashSet<string> keys = Known(glosses, IncludeClips.All.Select(clip => clip.Gloss), "gloss");
        HashSet<string> selected =
        [
            .. clips.Where(clip => keys.Count == 0 || keys.Contains(IncludeName.KeyOf(GlossCorrections.GlossOf(clip, labels))))
                .Select(clip => IncludeName.KeyOf(clip.Name.Category))
                .Where(category => chosen.Count == 0 || chosen.Contains(category)),
        ];
        return selected.Count > 0
            ? new IncludeSelection(selected, keys.Count == 0 ? null : keys, include50, labels)
            : throw new DownloadException(
                "No clip of INCLUDE matches --include50, --category and --glosses together. Use fewer of them at a time.");
    }

    /// <summary>Whether a member of a zip is a selected clip.</summary>
    public bool Takes(string member)
    {
        if (!ClipExtensions.IsClip(member) || IncludeName.Parse(member) is not { } name)
        {
            return false;
        }

        IncludeClip? listed = IncludeClips.Find(member);
        string gloss = listed is null ? name.GlossKey : IncludeName.KeyOf(GlossCorrections.GlossOf(listed, Labels));
        return (wantedGlosses is null || wantedGlosses.Contains(gloss)) && (!is50 || listed?.Official50 is not null);
    }

    private static HashSet<string> Known(IReadOnlyList<string> requested, IEnumerable<string> all, string what)
    {
        Dictionary<string, string> known = all.Distinct().ToDictionary(IncludeName.KeyOf, StringComparer.Ordinal);
        string? unknown = requested.FirstOrDefault(name => !known.ContainsKey(IncludeName.KeyOf(name)));
        return unknown is null
            ? [.. requested.Select(IncludeName.KeyOf)]
            : throw new DownloadException(
                $"INCLUDE has no {what} \"{unknown}\". It has {string.Join(", ", known.Values.Order(StringComparer.OrdinalIgnoreCase))}.");
    }
}
