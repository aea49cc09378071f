namespace Hasta.Landmarks.Text;

/// <summary>
/// Prevents a spreadsheet that opens a CSV file from reading text as a formula: a cell that starts like a formula is prefixed with an
/// apostrophe, as OWASP advises ("CSV Injection"). Cells that start with apostrophes followed by a formula get one more, so that
/// <see cref="Restore"/> returns the original text. Do not use it for numbers.
/// </summary>
internal static class SpreadsheetText
{
    private const char Mark = '\'';

    /// <summary>
    /// Characters that Excel, LibreOffice and Google Sheets treat as the start of a formula, including full-width forms, and those skipped
    /// before one.
    /// </summary>
    private const string Starts = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /// <returns>The cell to write for a text.</returns>
    public static string Protect(string text) => IsFormula(text) ? Mark + text : text;

    /// <returns>The text of a cell that <see cref="Protect"/> returned.</returns>
    public static string Restore(string cell) => cell.StartsWith(Mark) && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart(Mark).TrimStart(' ');
        return start.Length > 0 && Starts.Contains(start[0]);
    }
}
