using System.Globalization;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Formats.Csv;

/// <summary>Reads the rows of a <see cref="PoseTable"/> one at a time. Columns may be in any order; unknown columns are ignored.</summary>
internal sealed class PoseTableRows
{
    private readonly int frame;
    private readonly int person;
    private readonly int component;
    private readonly int point;
    private readonly int[] coordinates;
    private readonly int confidence;
    private readonly CancellationToken cancellationToken;

    private PoseTableRows(string path, string[] columns, CancellationToken cancellationToken)
    {
        Path = path;
        this.cancellationToken = cancellationToken;
        int Find(string name) => Array.FindIndex(columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
        (frame, person) = (Find(PoseTable.Frame), Find(PoseTable.Person));
        (component, point) = (Find(PoseTable.Component), Find(PoseTable.Point));
        coordinates = [.. PoseTable.Coordinates.Select(Find).TakeWhile(column => column >= 0)];
        confidence = Find(PoseTable.Confidence);
        if (coordinates.Length == 0 || ((int[])[frame, person, component, point, confidence]).Contains(-1))
        {
            throw new BadFileException(
                path,
                $"its columns are {string.Join(", ", columns.Take(20))}.",
                "Name them frame, person, component, point, x, y, z, confidence in the first line.");
        }
    }

    public string Path { get; }

    public int Dimensions => coordinates.Length;

    /// <exception cref="BadFileException">The file is missing or lacks a required column.</exception>
    public static PoseTableRows Open(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        using var csv = CsvText.Open(path, trims: false);
        return new PoseTableRows(path, csv.Next() ?? [], cancellationToken);
    }

    /// <summary>Reads from the start on each call.</summary>
    /// <exception cref="BadFileException">A cell is not a number, or a row has too few cells.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public IEnumerable<PoseTableRow> Read()
    {
        int lastColumn = coordinates.Concat([frame, person, component, point, confidence]).Max();
        using var csv = CsvText.Open(Path, trims: false);
        csv.Next();
        while (csv.Next() is { } cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return cells.Length > lastColumn ? Parse(csv, cells) : throw Error(csv.Line, $"only {cells.Length} cells");
        }
    }

    /// <returns>An error that names the line.</returns>
    public BadFileException Error(int line, string what) => new(Path, $"line {line}: {what}.", "Correct that line.");

    private PoseTableRow Parse(CsvText csv, string[] cells) => new()
    {
        Number = csv.Line,
        Frame = ParseIndex(cells[frame], csv.Line),
        Person = ParseIndex(cells[person], csv.Line),
        Component = SpreadsheetText.Restore(cells[component]),
        Point = SpreadsheetText.Restore(cells[point]),
        Coordinates = Array.ConvertAll(coordinates, column => ParseFloat(csv, cells[column])),
        Confidence = ParseFloat(csv, cells[confidence]),
    };

    private int ParseIndex(string cell, int line) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count < int.MaxValue
            ? count
            : throw Error(line, $"\"{cell}\" is not a frame or person number");

    private float ParseFloat(CsvText csv, string cell) =>
        cell.Length == 0 ? 0
        : CsvNumber.TryParse(cell, csv.HasDecimalCommas, out float number) ? PoseTable.WithSign(number, cell)
        : throw Error(csv.Line, $"\"{cell}\" is not a number");
}
