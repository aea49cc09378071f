using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hasta.Datasets;

/// <summary>A CSV file with a header line; columns are found by name without regard to case.</summary>
public sealed class CsvTable
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

    /// <exception cref="BadFileException">Missing, no header, no rows, or broken quoting.</exception>
    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        using var text = new StreamReader(path);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        try
        {
            string[] columns = csv.Read() ? csv.Record! : [];
            var rows = new List<CsvRow>();
            while (csv.Read())
            {
                rows.Add(ToRow(path, csv, columns.Length));
            }

            return rows.Count > 0 ? new CsvTable(path, columns, rows) : throw new BadFileException(path, "it has no rows.", "Give one line a clip below the header line.");
        }
        catch (CsvHelperException error)
        {
            throw new BadFileException(path, $"not readable as CSV at line {csv.RawRow}.", "Check its quotes and commas.", error);
        }
    }

    /// <returns>The first of the names' columns, or -1.</returns>
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
            : throw new BadFileException(Path, $"it has no column \"{names[0]}\" (it has {string.Join(", ", columns)}).", "Name the columns in the first line.");
    }

    private static CsvRow ToRow(string path, CsvParser csv, int columns) =>
        csv.Record!.Length == columns
            ? new CsvRow(csv.RawRow, csv.Record)
            : throw new BadFileException(path, $"line {csv.RawRow} has {csv.Record.Length} cells and the header {columns}.", "Put texts with commas in quotes.");
}
