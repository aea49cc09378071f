namespace Hasta.Landmarks.Text;

/// <summary>
/// Finds files whose names on disk have another Unicode form, such as a Mac's decomposed "José" on a file system that does not normalise
/// names.
/// </summary>
internal static class UnicodePath
{
    /// <param name="root">As on disk.</param>
    /// <param name="relative">Segments separated by '/'.</param>
    /// <returns>
    /// The existing path in this or another Unicode form; otherwise the path as given, with existing folders in the form on disk.
    /// </returns>
    public static string Find(string root, string relative)
    {
        string literal = Path.Combine(root, relative);
        if (relative.All(char.IsAscii) || File.Exists(literal))
        {
            return literal;
        }

        return relative.Split('/').Aggregate(root, FindSegment);
    }

    private static string FindSegment(string folder, string segment)
    {
        string literal = Path.Combine(folder, segment);
        if (segment.All(char.IsAscii) || Path.Exists(literal) || !Directory.Exists(folder))
        {
            return literal;
        }

        string normalised = Nfc.Normalize(segment);
        return Directory.EnumerateFileSystemEntries(folder)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(entry => Nfc.Normalize(Path.GetFileName(entry)) == normalised) ?? literal;
    }
}
