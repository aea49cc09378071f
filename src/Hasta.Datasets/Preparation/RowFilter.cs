using System.Text.RegularExpressions;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Preparation;

/// <summary>
/// Filters the rows of a table: <c>repo=somebody/signs,seq&lt;30</c>. A comma means "and"; several clauses are alternatives.
/// = and != compare text; &lt; &lt;= &gt; &gt;= compare numbers.
/// </summary>
internal sealed partial class RowFilter
{
    private readonly IReadOnlyList<IReadOnlyList<Func<CsvRow, bool>>> alternatives;

    private RowFilter(IReadOnlyList<IReadOnlyList<Func<CsvRow, bool>>> alternatives) => this.alternatives = alternatives;

    /// <exception cref="BadFileException">A clause that cannot be parsed or that names an unknown column.</exception>
    public static RowFilter Parse(CsvTable table, IReadOnlyList<string> clauses) =>
        new([.. clauses.Select(clause => clause.Split(',').Select(term => ParseTerm(table, term)).ToArray())]);

    /// <summary>Whether a row matches any of the alternatives; true for every row if there are none.</summary>
    public bool Takes(CsvRow row) => alternatives.Count == 0 || alternatives.Any(terms => terms.All(term => term(row)));

    private static Func<CsvRow, bool> ParseTerm(CsvTable table, string term)
    {
        Match match = TermPattern().Match(term);
        if (!match.Success)
        {
            throw new BadFileException(
                table.Path, $"--where \"{term}\" cannot be read.", "Write COLUMN=VALUE, COLUMN!=VALUE or COLUMN<NUMBER.");
        }

        int column = table.Require(match.Groups["column"].Value.Trim());
        string value = NameText.Clean(match.Groups["value"].Value);
        return match.Groups["sign"].Value switch
        {
            "=" => row => NameText.Clean(row[column]) == value,
            "!=" => row => NameText.Clean(row[column]) != value,
            string sign => Compare(table, term, sign, column),
        };
    }

    private static Func<CsvRow, bool> Compare(CsvTable table, string term, string sign, int column)
    {
        double bound = Number(table, term, TermPattern().Match(term).Groups["value"].Value);
        return row => Number(table, term, row[column]).CompareTo(bound) switch
        {
            < 0 => sign is "<" or "<=",
            0 => sign is "<=" or ">=",
            _ => sign is ">" or ">=",
        };
    }

    private static double Number(CsvTable table, string term, string text) =>
        CsvNumber.TryParse(text, table.HasDecimalCommas, out double number)
            ? number
            : throw new BadFileException(
                table.Path, $"--where \"{term}\" compares numbers, but \"{text}\" is not a number.", "Use = or != for text.");

    [GeneratedRegex(@"^(?<column>[^=!<>]+)(?<sign>!=|<=|>=|=|<|>)(?<value>.*)$")]
    private static partial Regex TermPattern();
}
