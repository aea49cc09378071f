using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hasta.Landmarks.Files;

/// <summary>The lines of a <see cref="PoseTable"/>, one in memory; its columns may stand in any order, others beside them.</summary>
internal sealed class PoseTableLines
{
    private readonly int frame;
    private readonly int person;
    private readonly int component;
    private readonly int point;
    private readonly int[] coordinates;
    private readonly int confidence;
    private readonly CancellationToken cancellationToken;

    private PoseTableLines(string path, string[] columns, CancellationToken cancellationToken)
    {
        Path = path;
        this.cancellationToken = cancellationToken;
        int Find(string name) => Array.FindIndex(columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
        (frame, person, component, point) = (Find(PoseTable.Frame), Find(PoseTable.Person), Find(PoseTable.Component), Find(PoseTable.Point));
        coordinates = [.. PoseTable.Coordinates.Select(Find).TakeWhile(column => column >= 0)];
        confidence = Find(PoseTable.Confidence);
        if (coordinates.Length == 0 || ((int[])[frame, person, component, point, confidence]).Contains(-1))
        {
            throw new BadFileException(
                path, $"its columns are {string.Join(", ", columns.Take(20))}.", "Name them frame, person, component, point, x, y, z, confidence in the first line.");
        }
    }

    public string Path { get; }

    public int Dimensions => coordinates.Length;

    /// <exception cref="BadFileException">Missing, or other columns.</exception>
    public static PoseTableLines Open(string path, CancellationToken cancellationToken)
    {
        OrdinaryFile.Check(path);
        return File.Exists(path)
            ? new PoseTableLines(path, ReadCells(path).FirstOrDefault() ?? [], cancellationToken)
            : throw new BadFileException(path, "this file is missing.", "Check the path.");
    }

    /// <summary>From the start, each time.</summary>
    /// <exception cref="BadFileException">Cells that are no numbers, or too few.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public IEnumerable<PoseTableLine> Read()
    {
        int most = coordinates.Concat([frame, person, component, point, confidence]).Max();
        int number = 1;
        foreach (string[] cells in ReadCells(Path).Skip(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            yield return cells.Length > most ? Parse(cells, number) : throw Refuse(number, $"{cells.Length} cells");
        }
    }

    /// <returns>An error that names a line.</returns>
    public BadFileException Refuse(int line, string what) => new(Path, $"line {line}: {what}.", "Correct that line.");

    private PoseTableLine Parse(string[] cells, int number) => new()
    {
        Number = number,
        Frame = Count(cells[frame], number),
        Person = Count(cells[person], number),
        Component = SpreadsheetText.Restore(cells[component]),
        Point = SpreadsheetText.Restore(cells[point]),
        Coordinates = Array.ConvertAll(coordinates, column => Float(cells[column], number)),
        Confidence = Float(cells[confidence], number),
    };

    private int Count(string cell, int line) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count < int.MaxValue
            ? count
            : throw Refuse(line, $"\"{cell}\" numbers no frame or person");

    private float Float(string cell, int line) =>
        cell.Length == 0 ? 0
        : float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) ? PoseTable.WithSign(number, cell)
        : throw Refuse(line, $"\"{cell}\" is no number");

    private static IEnumerable<string[]> ReadCells(string path)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { MaxFieldSize = ushort.MaxValue });
        while (Next(path, csv) is { } cells)
        {
            yield return cells;
        }
    }

    private static string[]? Next(string path, CsvParser csv)
    {
        try
        {
            return csv.Read() ? csv.Record : null;
        }
        catch (CsvHelperException error)
        {
            throw new BadFileException(path, $"not readable as CSV at line {csv.RawRow}.", "Check its quotes and commas.", error);
        }
    }
}
