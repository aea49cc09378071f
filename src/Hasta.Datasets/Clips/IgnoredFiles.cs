namespace Hasta.Datasets.Clips;

/// <summary>Files in a folder that are not clips, counted by extension, so that nothing is ignored silently.</summary>
internal static class IgnoredFiles
{
    private const int MaxExtensions = 8;

    /// <summary>Windows creates these in any folder that is opened. Their counterparts on other systems are hidden files.</summary>
    private static readonly string[] SystemFiles = ["Thumbs.db", "desktop.ini"];

    /// <param name="source">
    /// The argument of <see cref="ClipFinder.Find"/>; a CSV lists its clips explicitly, so nothing is counted for it.
    /// </param>
    /// <param name="clips">The clips that it found.</param>
    /// <returns>Extension in lower case ("" for none) to number of files, most frequent first.</returns>
    public static IReadOnlyDictionary<string, int> In(string source, IReadOnlyList<Clip> clips) =>
        Directory.Exists(source)
            ? Count(ClipEnumerator.AllFiles(Path.GetFullPath(source)), clips.Select(clip => clip.Path).ToHashSet(StringComparer.Ordinal))
            : new Dictionary<string, int>();

    /// <returns>"3 .txt, 2 .jpg, 1 without an extension"; an empty string if there are none.</returns>
    public static string Describe(IReadOnlyDictionary<string, int> counts)
    {
        IEnumerable<string> shown = counts
            .Take(MaxExtensions)
            .Select(count => $"{count.Value} {(count.Key.Length > 0 ? count.Key : "without an extension")}");
        int others = counts.Skip(MaxExtensions).Sum(count => count.Value);
        return string.Join(", ", others > 0 ? shown.Append($"{others} others") : shown);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> files, HashSet<string> clips) =>
        files.Where(file => !clips.Contains(file) && !SystemFiles.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            .CountBy(file => Path.GetExtension(file).ToLowerInvariant())
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
}
