namespace Hasta.Datasets.Clips;

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
/// <param name="Number">The line's number as an editor shows it: the header is 1.</param>
/// <param name="Cells">As many as there are columns.</param>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => Cells[column];

    /// <summary>The cell's text, or null where it is empty or there is no such column (-1).</summary>
    public string? Optional(int column) => column < 0 || Cells[column].Length == 0 ? null : Cells[column];
}
