using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hasta.Landmarks.Text;

/// <summary>
/// The records of a CSV file with a header line. Commas, semicolons or tabs separate cells: a first line <c>sep=;</c> says which, else the header
/// tells. Rows without any text (<c>,,</c>) are passed over.
/// </summary>
internal sealed class CsvText : IDisposable
{
    private const string SeparatorKey = "sep=";
    private const int MaxSniffedChars = 1 << 16;
    private const string Separators = ",;\t";
    private readonly string path;
    private readonly StrictTextReader text;
    private readonly CsvParser csv;
    private readonly int skippedLines;

    private CsvText(string path, StrictTextReader text, char separator, int skippedLines, CsvConfiguration configuration)
    {
        (this.path, this.text, this.skippedLines) = (path, text, skippedLines);
        HasDecimalCommas = separator != ',';
        configuration.Delimiter = separator.ToString();
        csv = new CsvParser(text, configuration);
    }

    /// <summary>Whether a comma in a cell can be a decimal comma, as a European Excel writes it.</summary>
    public bool HasDecimalCommas { get; }

    /// <summary>The last record's line, as an editor shows it.</summary>
    public int Line => csv.RawRow + skippedLines;

    /// <param name="path">The file.</param>
    /// <param name="trims">Whether blanks around cells go.</param>
    /// <exception cref="BadFileException">No UTF-8 or UTF-16 text, or a <c>sep=</c> line of another separator.</exception>
    public static CsvText Open(string path, bool trims)
    {
        (char separator, bool isSaid) = Sniff(path);
        StrictTextReader text = StrictText.Open(path, StrictText.TableRemedy);
        if (isSaid)
        {
            text.ReadLine();
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = trims ? TrimOptions.Trim : TrimOptions.None, MaxFieldSize = ushort.MaxValue };
        return new CsvText(path, text, separator, isSaid ? 1 : 0, configuration);
    }

    /// <returns>The cells; null at the end.</returns>
    /// <exception cref="BadFileException">Broken quoting, or another encoding.</exception>
    public string[]? Next()
    {
        try
        {
            while (csv.Read())
            {
                if (csv.Record!.Any(cell => NameText.Clean(cell).Length > 0))
                {
                    return csv.Record;
                }
            }

            return null;
        }
        catch (CsvHelperException error)
        {
            throw error.InnerException as BadFileException ?? new BadFileException(path, $"not readable as CSV at line {Line}.", "Check its quotes and separators.", error);
        }
    }

    public void Dispose()
    {
        csv.Dispose();
        text.Dispose();
    }

    private static (char Separator, bool IsSaid) Sniff(string path)
    {
        using StrictTextReader text = StrictText.Open(path, StrictText.TableRemedy);
        char[] start = new char[MaxSniffedChars];
        string head = new(start, 0, text.ReadBlock(start, 0, start.Length));
        string first = head.Split('\n')[0].TrimEnd('\r').Trim('"');
        if (!first.StartsWith(SeparatorKey, StringComparison.OrdinalIgnoreCase))
        {
            return (SeparatorOf(head), false);
        }

        // A spreadsheet that saves such a file again fills the line up with empty cells.
        string said = first[SeparatorKey.Length..];
        return said.Length > 0 && Separators.Contains(said[0])
            ? (said[0], true)
            : throw new BadFileException(path, $"its first line, \"{first}\", names no separator that Hasta reads.", "Separate cells by commas, semicolons or tabs.");
    }

    /// <summary>The most frequent outside quotes, in the first line that holds more than separators.</summary>
    private static char SeparatorOf(string head)
    {
        int[] counts = new int[Separators.Length];
        bool isQuoted = false;
        bool hasText = false;
        foreach (char c in head)
        {
            isQuoted ^= c == '"';
            if (c == '\n' && !isQuoted)
            {
                if (hasText)
                {
                    break;
                }

                Array.Clear(counts);
            }
            else if (!isQuoted && Separators.IndexOf(c) is >= 0 and var separator)
            {
                counts[separator]++;
            }
            else
            {
                hasText |= !char.IsWhiteSpace(c) && c != '"';
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
