using Hasta.Datasets.Splits;

namespace Hasta.Include;

/// <summary>
/// Wrong glosses in INCLUDE as reported by one published audit, not verified by us: <c>label_fixes.json</c> of the project MUDRA
/// (github.com/Addy-coder786/ISL_Addy, data/metadata/splits/combined_words_v3, commit 8d233f2). It compared embeddings across sessions and
/// within one; "two audits" are clips that both flag, the others are flagged across sessions and are the last take of their folder, like
/// all clips of that session.
/// </summary>
internal static class GlossCorrections
{
    private const string Resource = "label-fixes.csv";

    /// <summary>In ordinal order of their files.</summary>
    public static IReadOnlyList<GlossCorrection> All { get; } =
        [.. IncludeResource.Rows(Resource).Select(cells => new GlossCorrection(cells[0], cells[1], cells[2], cells[3]))];

    private static readonly Dictionary<string, GlossCorrection> ByKey =
        All.ToDictionary(fix => IncludeName.Parse(fix.File)!.Key, StringComparer.Ordinal);

    private static readonly HashSet<string> GlossesOf50 =
        [.. IncludeClips.All.Where(clip => clip.Official50 is not null).Select(clip => clip.Name.GlossKey)];

    /// <param name="path">A clip's path or id, as for <see cref="IncludeClips.Find"/>.</param>
    /// <returns>Null if no correction is reported for the clip.</returns>
    public static GlossCorrection? Find(string path) => IncludeName.Parse(path) is { } name ? ByKey.GetValueOrDefault(name.Key) : null;

    public static string GlossOf(IncludeClip clip, IncludeLabels labels) =>
        labels == IncludeLabels.Corrected && ByKey.TryGetValue(clip.Name.Key, out GlossCorrection? fix) ? fix.Corrected : clip.Gloss;

    /// <returns>
    /// Null if the protocol leaves the clip out; those of INCLUDE-50 also leave out clips whose corrected gloss is none of the 50.
    /// </returns>
    public static Split? PartIn(IncludeClip clip, IncludeProtocol protocol, IncludeLabels labels) =>
        protocol is IncludeProtocol.Official50 or IncludeProtocol.SessionDisjoint50
        && !GlossesOf50.Contains(IncludeName.KeyOf(GlossOf(clip, labels)))
            ? null
            : clip.SplitIn(protocol);
}
