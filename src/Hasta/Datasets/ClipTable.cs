namespace Hasta.Datasets;

/// <summary>Reads a CSV with the columns file, gloss (or word) and optionally signer, session, split; other columns are left alone.</summary>
public static class ClipTable
{
    /// <summary>Files are looked for beside the CSV.</summary>
    /// <exception cref="BadFileException">A missing column or file, a gloss left empty, an unknown split, or no rows.</exception>
    public static IReadOnlyList<Clip> Read(string csv)
    {
        CsvTable table = CsvTable.Read(csv);
        int file = table.Require("file", "path");
        var columns = ClipColumns.In(table);
        string folder = Path.GetDirectoryName(Path.GetFullPath(csv))!;
        return ClipIds.MakeUnique(table.Rows.Select(row =>
        {
            string path = Path.GetFullPath(Path.Combine(folder, row[file]));
            return File.Exists(path)
                ? columns.ToClip(row, path, Path.IsPathRooted(row[file]) ? Path.GetFileName(path) : row[file])
                : throw new BadFileException(csv, $"row {row.Number} names {row[file]}, which is not there.", "Paths are read from the CSV's own folder.");
        }));
    }
}
