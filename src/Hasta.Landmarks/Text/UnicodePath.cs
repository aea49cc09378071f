namespace Hasta.Landmarks.Text;

/// <summary>Finds files whose names on disk have another Unicode form: a Mac's decomposed "José" on a file system that keeps names as they are.</summary>
internal static class UnicodePath
{
    /// <param name="root">As it is on disk.</param>
    /// <param name="relative">'/' between parts.</param>
    /// <returns>What is there in this or another Unicode form; else the path as given, below folders in the form that they have.</returns>
    public static string Find(string root, string relative)
    {
        string literal = Path.Combine(root, relative);
        if (relative.All(char.IsAscii) || File.Exists(literal))
        {
            return literal;
        }

        return relative.Split('/').Aggregate(root, FindPart);
    }

    private static string FindPart(string folder, string part)
    {
        string literal = Path.Combine(folder, part);
        if (part.All(char.IsAscii) || Path.Exists(literal) || !Directory.Exists(folder))
        {
            return literal;
        }

        string wanted = Nfc.Normalize(part);
        return Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).FirstOrDefault(entry => Nfc.Normalize(Path.GetFileName(entry)) == wanted) ?? literal;
    }
}
