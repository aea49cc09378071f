using Hasta.Landmarks;

namespace Hasta.Datasets.Clips;

/// <summary>Finds the clips of a data set in any of the three layouts, in a stable order.</summary>
internal static class ClipFinder
{
    /// <param name="path">A folder or a CSV file.</param>
    /// <exception cref="NoClipsException">No clips, or clips at depths that match no layout.</exception>
    /// <exception cref="BadFileException">A CSV with a missing column or file, or an unknown split.</exception>
    public static IReadOnlyList<Clip> Find(string path)
    {
        if (Directory.Exists(path))
        {
            return FolderLayout.Find(path);
        }

        if (!File.Exists(path))
        {
            throw new NoClipsException(path, "there is no such folder or file.");
        }

        return Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? ClipTable.Read(path)
            : throw new NoClipsException(path, "this is neither a folder nor a .csv file.");
    }

    /// <returns>The paths of all clips in a folder and its subfolders, sorted.</returns>
    /// <exception cref="BadFileException">There are none.</exception>
    public static IReadOnlyList<string> Below(string folder)
    {
        string[] clips =
        [
            .. ClipEnumerator.Files(folder)
                .Order(StringComparer.Ordinal)
                .Select(path => Path.Combine(folder, Path.GetRelativePath(Path.GetFullPath(folder), path))),
        ];
        return clips.Length > 0
            ? clips
            : throw new BadFileException(
                folder,
                "there are no clips in this folder.",
                $"Supported extensions: {string.Join(", ", ClipExtensions.All)} (any case).");
    }
}
