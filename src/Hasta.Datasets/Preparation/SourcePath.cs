using System.Globalization;

namespace Hasta.Datasets.Preparation;

/// <summary>The source of a clip: a file's path, or an array file's path, '#' and a row number.</summary>
internal static class SourcePath
{
    public static string OfRow(string array, int row) => string.Create(CultureInfo.InvariantCulture, $"{array}#{row}");

    public static int RowOf(string source) => int.Parse(source.AsSpan(source.LastIndexOf('#') + 1), CultureInfo.InvariantCulture);

    /// <summary>Whether the file, or the array that contains the row, exists.</summary>
    public static bool Exists(string source)
    {
        int row = source.LastIndexOf('#');
        return File.Exists(source) || (row > 0 && File.Exists(source[..row]));
    }
}
