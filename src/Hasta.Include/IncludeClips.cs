using Hasta.Datasets.Splits;

namespace Hasta.Include;

/// <summary>The published list: every clip with its session and its part in each protocol.</summary>
internal static class IncludeClips
{
    private const string Resource = "include-clips.csv";
    private const string Header = "file,gloss,session,official,session-disjoint,official-50";

    /// <summary>In ordinal order of their files.</summary>
    public static IReadOnlyList<IncludeClip> All { get; } = [.. IncludeResource.Rows(Resource).Select(Parse)];

    private static readonly Dictionary<string, IncludeClip> ByKey = All.ToDictionary(clip => clip.Name.Key, StringComparer.Ordinal);

    /// <summary>Whatever the ending, the case, an Extra folder, or folders before the category.</summary>
    /// <returns>Null for a file that the lists do not name.</returns>
    public static IncludeClip? Find(string path) => IncludeName.Parse(path) is { } name ? ByKey.GetValueOrDefault(name.Key) : null;

    /// <summary>The table as it is carried and published.</summary>
    public static string ToText(IEnumerable<IncludeClip> clips) => string.Concat(
        clips.Select(clip => $"{clip.File},{clip.Gloss},{clip.Session},{Word(clip.Official)},{Word(clip.SessionDisjoint)},{Word(clip.Official50)}\n").Prepend(Header + "\n"));

    /// <summary>As the CSV files write it.</summary>
    public static string Word(Split? part) => part?.ToString().ToLowerInvariant() ?? "";

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
