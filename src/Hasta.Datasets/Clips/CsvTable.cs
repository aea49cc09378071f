using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>A CSV file with a header line (see <see cref="CsvText"/>); column names are case-insensitive.</summary>
internal sealed class CsvTable
{
    private readonly string[] columns;

    private CsvTable(string path, string[] columns, IReadOnlyList<CsvRow> rows)
    {
        Path = path;
        this.columns = columns;
        Rows = rows;
    }

    public string Path { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Whether a comma in a number may be a decimal comma.</summary>
    public required bool HasDecimalCommas { get; init; }

    /// <exception cref="BadFileException">Missing file, no header, no rows, invalid quoting, or neither UTF-8 nor UTF-16.</exception>
    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        using var csv = CsvText.Open(path, trims: true);
        string[] columns = csv.Next() ?? [];
        var rows = new List<CsvRow>();
        while (csv.Next() is { } cells)
        {
            rows.Add(ToRow(path, csv.Line, cells, columns.Length));
        }

        return rows.Count > 0
            ? new CsvTable(path, columns, rows) { HasDecimalCommas = csv.HasDecimalCommas }
            : throw new BadFileException(path, "it has no rows.", "Add one line per clip below the header line.");
    }

    /// <returns>The index of the first of the names that is a column, or -1.</returns>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            int column = Array.FindIndex(columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column >= 0)
            {
                return column;
            }
        }

        return -1;
    }

    /// <exception cref="BadFileException">None of the names is a column.</exception>
    public int Require(params ReadOnlySpan<string> names)
    {
        int column = Find(names);
        return column >= 0
            ? column
            : throw new BadFileException(
                Path,
                $"it has no column \"{names[0]}\" (its columns are {string.Join(", ", columns)}).",
                "Name the columns in the first line.");
    }

    private static CsvRow ToRow(string path, int line, string[] cells, int columns) =>
        cells.Length == columns
            ? new CsvRow(line, cells)
            : throw new BadFileException(
                path, $"line {line} has {cells.Length} cells, but the header has {columns}.", "Quote values that contain separators.");
}
