using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>The columns of a table that describe a clip.</summary>
internal sealed record ClipColumns(CsvTable Table, int Gloss, int Signer, int Session, int Split)
{
    public static ClipColumns In(CsvTable table) =>
        new(table, table.Require("gloss", "word"), table.Find("signer"), table.Find("session", "block10"), table.Find("split"));

    /// <exception cref="BadFileException">Empty gloss or unknown split.</exception>
    public Clip ToClip(CsvRow row, string path, string id) => new(
        path,
        id,
        row.Optional(Gloss) is { } gloss && NameText.Clean(gloss).Length > 0
            ? gloss
            : throw new BadFileException(Table.Path, $"row {row.Number} has no gloss.", "Fill it in or remove the row."),
        row.Optional(Signer),
        row.Optional(Session),
        ParseSplit(row));

    private Split? ParseSplit(CsvRow row) => row.Optional(Split)?.ToUpperInvariant() switch
    {
        null => null,
        "TRAIN" or "TRAINING" => Splits.Split.Train,
        "VALIDATION" or "VAL" or "DEV" => Splits.Split.Validation,
        "TEST" => Splits.Split.Test,
        _ => throw new BadFileException(Table.Path, $"row {row.Number} has the split \"{row[Split]}\".", "Use train, validation or test."),
    };
}
