using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Training.Hub;

/// <summary>
/// Reads a variable from a <c>.env</c> file: one <c>NAME=value</c> per line, with optional <c>export</c>, quotes and comments.
/// </summary>
internal static class DotEnv
{
    private const long MaxBytes = 1 << 16;
    private const string Export = "export ";

    /// <returns>The last value of the variable; null if the file or the variable does not exist.</returns>
    /// <exception cref="BadFileException">The file is too large or cannot be read.</exception>
    public static string? Read(string path, string name)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists)
        {
            return null;
        }

        try
        {
            return file.Length <= MaxBytes
                ? StrictText.ReadLines(path).Select(line => ValueOf(line, name)).OfType<string>().LastOrDefault()
                : throw new BadFileException(path, "this file is too large for variables.", $"Set {name} in the environment.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadFileException(path, $"it cannot be read: {error.Message}", $"Set {name} in the environment.", error);
        }
    }

    private static string? ValueOf(string line, string name)
    {
        string text = line.Trim();
        text = text.StartsWith(Export, StringComparison.Ordinal) ? text[Export.Length..].TrimStart() : text;
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 && text[..sign].TrimEnd() == name ? Unquote(text[(sign + 1)..].Trim()) : null;
    }

    private static string Unquote(string value)
    {
        if (value.Length > 1 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 0 and var end)
        {
            return value[1..end];
        }

        int comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).TrimEnd();
    }
}
