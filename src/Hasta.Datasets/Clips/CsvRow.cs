namespace Hasta.Datasets.Clips;

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
/// <param name="Number">The line number as shown in an editor: the header is line 1.</param>
/// <param name="Cells">One per column.</param>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => Cells[column];

    /// <summary>The cell's text, or null if it is empty or there is no such column (-1).</summary>
    public string? Optional(int column) => column < 0 || Cells[column].Length == 0 ? null : Cells[column];
}
