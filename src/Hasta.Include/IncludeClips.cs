using Hasta.Datasets.Splits;

namespace Hasta.Include;

/// <summary>The published list: every clip with its session and its split in each protocol.</summary>
internal static class IncludeClips
{
    private const string Resource = "include-clips.csv";
    private const string Header = "file,gloss,session,official,session-disjoint,official-50";

    /// <summary>In ordinal order of their files.</summary>
    public static IReadOnlyList<IncludeClip> All { get; } = [.. IncludeResource.Rows(Resource).Select(Parse)];

    private static readonly Dictionary<string, IncludeClip> ByKey = All.ToDictionary(clip => clip.Name.Key, StringComparer.Ordinal);

    /// <summary>Ignores the extension, the case, an Extra folder, and folders before the category.</summary>
    /// <returns>Null for a file that is not in the lists.</returns>
    public static IncludeClip? Find(string path) => IncludeName.Parse(path) is { } name ? ByKey.GetValueOrDefault(name.Key) : null;

    /// <summary>The table as embedded and published.</summary>
    public static string ToText(IEnumerable<IncludeClip> clips) => string.Concat(clips.Select(ToLine).Prepend(Header + "\n"));

    /// <summary>The split's name in the CSV files.</summary>
    public static string Word(Split? split) => split?.ToString().ToLowerInvariant() ?? "";

    private static string ToLine(IncludeClip clip) =>
        $"{clip.File},{clip.Gloss},{clip.Session},{Word(clip.Official)},{Word(clip.SessionDisjoint)},{Word(clip.Official50)}\n";

    private static IncludeClip Parse(string[] cells) => new()
    {
        File = cells[0],
        Gloss = cells[1],
        Session = cells[2],
        Official = Enum.Parse<Split>(cells[3], ignoreCase: true),
        SessionDisjoint = Enum.Parse<Split>(cells[4], ignoreCase: true),
        Official50 = cells[5].Length == 0 ? null : Enum.Parse<Split>(cells[5], ignoreCase: true),
    };
}
