using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hasta.Landmarks.Text;

/// <summary>
/// Reads the records of a CSV file with a header line. Cells are separated by commas, semicolons or tabs, as declared in a first line
/// <c>sep=;</c> or else inferred from the header. Rows without any text (<c>,,</c>) are skipped.
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

    /// <summary>Whether a comma in a cell can be a decimal comma, as written by Excel with European settings.</summary>
    public bool HasDecimalCommas { get; }

    /// <summary>Line number of the last record, as shown in an editor.</summary>
    public int Line => csv.RawRow + skippedLines;

    /// <param name="path">The file.</param>
    /// <param name="trims">Whether to trim blanks around cells.</param>
    /// <exception cref="BadFileException">
    /// The file is not UTF-8 or UTF-16 text, or has a <c>sep=</c> line with an unsupported separator.
    /// </exception>
    public static CsvText Open(string path, bool trims)
    {
        (char separator, bool isDeclared) = Sniff(path);
        StrictTextReader text = StrictText.Open(path, StrictText.TableRemedy);
        if (isDeclared)
        {
            text.ReadLine();
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = trims ? TrimOptions.Trim : TrimOptions.None,
            MaxFieldSize = ushort.MaxValue,
        };
        return new CsvText(path, text, separator, isDeclared ? 1 : 0, configuration);
    }

    /// <returns>The cells; null at the end.</returns>
    /// <exception cref="BadFileException">The quoting or the encoding is invalid.</exception>
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
            throw error.InnerException as BadFileException
                ?? new BadFileException(path, $"not readable as CSV at line {Line}.", "Check its quotes and separators.", error);
        }
    }

    public void Dispose()
    {
        csv.Dispose();
        text.Dispose();
    }

    private static (char Separator, bool IsDeclared) Sniff(string path)
    {
        using StrictTextReader text = StrictText.Open(path, StrictText.TableRemedy);
        char[] start = new char[MaxSniffedChars];
        string head = new(start, 0, text.ReadBlock(start, 0, start.Length));
        string first = head.Split('\n')[0].TrimEnd('\r').Trim('"');
        if (!first.StartsWith(SeparatorKey, StringComparison.OrdinalIgnoreCase))
        {
            return (SeparatorOf(head), false);
        }

        // A spreadsheet that saves the file again pads this line with empty cells.
        string declared = first[SeparatorKey.Length..];
        return declared.Length > 0 && Separators.Contains(declared[0])
            ? (declared[0], true)
            : throw new BadFileException(
                path,
                $"its first line, \"{first}\", does not name a supported separator.",
                "Separate cells by commas, semicolons or tabs.");
    }

    /// <summary>The most frequent separator outside quotes, in the first line that contains more than separators.</summary>
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
