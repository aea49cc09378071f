namespace Hasta.Datasets.Clips;

/// <summary>Files of a folder that are no clips, counted by ending, so that nothing is left out without a word.</summary>
internal static class NotTaken
{
    private const int MaxEndings = 8;

    /// <summary>Windows leaves these in any folder that is looked at. Those of other systems are hidden files.</summary>
    private static readonly string[] SystemFiles = ["Thumbs.db", "desktop.ini"];

    /// <param name="source">What <see cref="ClipFinder.Find"/> was given; a CSV names its clips itself, so that nothing is counted there.</param>
    /// <param name="clips">What it found.</param>
    /// <returns>Ending in lower case ("" for none) to files, the most frequent first.</returns>
    public static IReadOnlyDictionary<string, int> In(string source, IReadOnlyList<Clip> clips) =>
        Directory.Exists(source) ? Count(ClipEnumerator.AllFiles(Path.GetFullPath(source)), clips.Select(clip => clip.Path).ToHashSet(StringComparer.Ordinal)) : new Dictionary<string, int>();

    /// <returns>"3 .txt, 2 .jpg, 1 without an ending"; empty where there are none.</returns>
    public static string Describe(IReadOnlyDictionary<string, int> counts)
    {
        IEnumerable<string> named = counts.Take(MaxEndings).Select(count => $"{count.Value} {(count.Key.Length > 0 ? count.Key : "without an ending")}");
        int others = counts.Skip(MaxEndings).Sum(count => count.Value);
        return string.Join(", ", others > 0 ? named.Append($"{others} others") : named);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> files, HashSet<string> taken) =>
        files.Where(file => !taken.Contains(file) && !SystemFiles.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            .CountBy(file => Path.GetExtension(file).ToLowerInvariant())
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
}
