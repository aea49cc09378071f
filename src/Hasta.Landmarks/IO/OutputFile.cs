namespace Hasta.Landmarks.IO;

/// <summary>Checks the path of a file to write, before the work begins.</summary>
internal static class OutputFile
{
    public static bool HasExtension(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="BadFileException">The path has none of the extensions.</exception>
    public static void CheckExtension(string path, params string[] extensions)
    {
        if (!extensions.Any(extension => HasExtension(path, extension)))
        {
            string kinds = string.Join(" or ", extensions);
            throw new BadFileException(path, $"this file must be {kinds}.", $"Use a name that ends in {kinds}.");
        }
    }

    /// <param name="path">The file to write.</param>
    /// <param name="clip">The file that is read, which must not be overwritten, whatever link leads to it.</param>
    /// <exception cref="BadFileException">The path is a folder, or the clip.</exception>
    public static void CheckTarget(string path, string clip)
    {
        if (Directory.Exists(path))
        {
            throw new BadFileException(path, "this is a folder.", "Give the path of a file in it.");
        }

        if (FinalPath(path) == FinalPath(clip))
        {
            throw new BadFileException(path, "this is the clip itself.", "Write to another file.");
        }
    }

    /// <exception cref="BadFileException">The file exists.</exception>
    public static void CheckNew(string path, string remedy)
    {
        if (Path.Exists(path))
        {
            throw new BadFileException(path, "this file exists.", remedy);
        }
    }

    private static string FinalPath(string path) => new FileInfo(path) is { Exists: true } file
        ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName
        : Path.GetFullPath(path);
}
