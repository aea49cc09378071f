namespace Hasta.Landmarks.Text;

/// <summary>
/// Keeps text from becoming a formula where a spreadsheet opens a CSV file: a cell that begins as formulas do gets an apostrophe before it, as OWASP advises
/// ("CSV Injection"). Cells that begin with apostrophes and then so get one more, so that <see cref="Restore"/> gives back every text. Numbers are not text.
/// </summary>
internal static class SpreadsheetText
{
    private const char Mark = '\'';

    /// <summary>What Excel, LibreOffice and Google Sheets take for the start of a formula, also in full width, and what they skip before one.</summary>
    private const string Starts = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /// <returns>The cell to write for a text.</returns>
    public static string Protect(string text) => IsFormula(text) ? Mark + text : text;

    /// <returns>The text of a cell that <see cref="Protect"/> gave.</returns>
    public static string Restore(string cell) => cell.StartsWith(Mark) && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart(Mark).TrimStart(' ');
        return start.Length > 0 && Starts.Contains(start[0]);
    }
}
