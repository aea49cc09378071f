using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Text;

/// <summary>
/// Reads text files as UTF-8, or UTF-16 and UTF-32 with a byte order mark; anything else is an error, never replacement characters.
/// </summary>
internal static class StrictText
{
    /// <summary>For tables, which usually come from a spreadsheet.</summary>
    public const string TableRemedy = "Save it as \"CSV UTF-8\".";

    private const string TextRemedy = "Save it as UTF-8.";

    /// <exception cref="BadFileException">The file has another encoding, or is not a regular file.</exception>
    public static string Read(string path)
    {
        using StrictTextReader reader = Open(path, TextRemedy);
        return reader.ReadToEnd();
    }

    /// <summary>Reads the lines one at a time.</summary>
    /// <exception cref="BadFileException">Another encoding.</exception>
    public static IEnumerable<string> ReadLines(string path)
    {
        using StrictTextReader reader = Open(path, TextRemedy);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>
    /// Reads the lines of a journal that others may be writing. Text after the last line break is ignored: a killed process left it
    /// incomplete, possibly within a character.
    /// </summary>
    /// <exception cref="BadFileException">Another encoding.</exception>
    public static string[] ReadWholeLines(string path)
    {
        using FileStream stream = InputFile.Open(path, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        int end = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).LastIndexOf((byte)'\n') + 1;
        using var reader = new StrictTextReader(path, new MemoryStream(bytes, 0, end), TextRemedy);
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    public static StrictTextReader Open(string path, string remedy) => new(path, InputFile.Open(path), remedy);
}
