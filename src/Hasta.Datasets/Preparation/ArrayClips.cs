using System.Globalization;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;

namespace Hasta.Datasets.Preparation;

/// <summary>Lists the rows of a landmark array as clips.</summary>
internal static class ArrayClips
{
    /// <exception cref="BadFileException">The array or the index is not usable, or no row passes the filter.</exception>
    public static IReadOnlyList<PrepareItem> Find(ArrayImport import, NpyFile array)
    {
        if (array.Shape.Count != 3 || array.Shape[2] != LandmarkArray.NumbersPerFrame)
        {
            throw new BadFileException(
                import.Array,
                $"its shape is [{string.Join(", ", array.Shape)}].",
                $"Hasta imports [clip, frame, {LandmarkArray.NumbersPerFrame}].");
        }

        CsvTable table = CsvTable.Read(import.Index);
        RowFilter filter = RowFilter.Parse(table, import.Where);
        var extractor = new ArrayRowExtractor(array, import);
        PrepareItem[] items =
        [
            .. Rows(import, table, array.Shape[0]).Where(row => filter.Takes(row.Row)).Select(row => new PrepareItem(row.Clip, extractor)),
        ];
        return items.Length > 0
            ? items
            : throw new BadFileException(import.Index, "no row passes --where.", "Check its columns and values.");
    }

    private static IEnumerable<(CsvRow Row, Clip Clip)> Rows(ArrayImport import, CsvTable table, int rows)
    {
        int rowColumn = table.Find("row");
        var columns = ClipColumns.In(table);
        var lines = new Dictionary<int, int>();
        for (int i = 0; i < table.Rows.Count; i++)
        {
            CsvRow row = table.Rows[i];
            int number = i;
            if ((rowColumn >= 0 && !int.TryParse(row[rowColumn], CultureInfo.InvariantCulture, out number))
                || number < 0 || number >= rows)
            {
                throw new BadFileException(
                    import.Index,
                    $"line {row.Number} names row {(rowColumn < 0 ? i : row[rowColumn])}, but the array has {rows} rows.",
                    "Use the index that belongs to the array.");
            }

            if (!lines.TryAdd(number, row.Number))
            {
                throw new BadFileException(
                    import.Index, $"line {row.Number} names row {number}, which line {lines[number]} already names.", "Keep one of them.");
            }

            Clip clip = columns.ToClip(row, SourcePath.OfRow(Path.GetFullPath(import.Array), number), "");
            yield return (row, clip with { Id = ClipId.MakeSafe($"{clip.Gloss}/{number:00000}") });
        }
    }
}
