using Hasta.Datasets.Clips;
using Hasta.Landmarks;

namespace Hasta.Training.Evaluation.Strangers;

/// <summary>
/// A CSV table of sources: signer, source, language (confirmed or unconfirmed), half (choose or report), ships (yes or no).
/// </summary>
internal sealed class SourceTable
{
    private readonly Dictionary<string, StrangerSource> bySigner = new(StringComparer.Ordinal);
    private readonly string path;

    private SourceTable(string path) => this.path = path;

    public IReadOnlyList<StrangerSource> Sources => [.. bySigner.Values.Distinct().OrderBy(source => source.Name, StringComparer.Ordinal)];

    /// <exception cref="BadFileException">A missing column, an unknown value, a signer twice, or a source whose rows disagree.</exception>
    public static SourceTable Read(string path)
    {
        CsvTable table = CsvTable.Read(path);
        (int signer, int source, int language) = (table.Require("signer"), table.Require("source"), table.Require("language"));
        (int half, int ships) = (table.Require("half"), table.Require("ships"));
        var result = new SourceTable(path);
        foreach (CsvRow row in table.Rows)
        {
            var found = new StrangerSource(
                row[source],
                Choose(path, row, row[language], ("confirmed", true), ("unconfirmed", false)),
                Choose(path, row, row[half], ("choose", SourceHalf.Choose), ("report", SourceHalf.Report)),
                Choose(path, row, row[ships], ("yes", true), ("no", false)));
            if (!result.bySigner.TryAdd(row[signer], found))
            {
                throw new BadFileException(path, $"line {row.Number} names the signer {row[signer]} again.", "Keep one line per signer.");
            }
        }

        return result.bySigner.Values.Distinct().CountBy(source => source.Name).FirstOrDefault(name => name.Value > 1).Key is { } unclear
            ? throw new BadFileException(
                path,
                $"the lines of {unclear} disagree.",
                "Give all signers of a source the same language and half.")
            : result;
    }

    /// <exception cref="BadFileException">No line names the signer.</exception>
    public StrangerSource Of(string? signer) => signer is not null && bySigner.TryGetValue(signer, out StrangerSource? source)
        ? source
        : throw new BadFileException(
            path,
            $"no line names the signer {signer ?? "(none)"}.",
            "Add one with its source, language and half.");

    private static T Choose<T>(string path, CsvRow row, string value, params (string Text, T Value)[] choices)
    {
        foreach ((string text, T choice) in choices)
        {
            if (text.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        throw new BadFileException(
            path,
            $"line {row.Number} has \"{value}\".",
            $"Use {string.Join(" or ", choices.Select(choice => choice.Text))}.");
    }
}
