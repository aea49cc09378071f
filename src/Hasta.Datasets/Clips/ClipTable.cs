using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>Reads a CSV with the columns file, gloss (or word) and optionally signer, session, split; other columns are ignored.</summary>
internal static class ClipTable
{
    /// <summary>Paths are relative to the CSV's folder; either slash and any Unicode normalization form are accepted.</summary>
    /// <exception cref="BadFileException">
    /// A missing column or file, a file listed twice, an empty gloss, an unknown split, or no rows.
    /// </exception>
    public static IReadOnlyList<Clip> Read(string csv)
    {
        CsvTable table = CsvTable.Read(csv);
        int file = table.Require("file", "path");
        var columns = ClipColumns.In(table);
        string folder = Path.GetDirectoryName(Path.GetFullPath(csv))!;
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        return ClipId.MakeUnique(table.Rows.Select(row =>
        {
            string path = Find(csv, folder, row, row[file]);
            return rows.TryAdd(path, row.Number)
                ? columns.ToClip(row, path, Path.GetRelativePath(folder, path))
                : throw new BadFileException(
                    csv, $"row {row.Number} names {row[file]}, which row {rows[path]} already names.", "Keep one of them.");
        }));
    }

    private static string Find(string csv, string folder, CsvRow row, string file)
    {
        string path = Path.GetFullPath(Path.Combine(folder, file));
        string withSlashes = Path.GetFullPath(Path.Combine(folder, file.Replace('\\', '/')));
        return File.Exists(path) ? path
            : File.Exists(withSlashes) ? withSlashes
            : FindInAnyForm(withSlashes) is { } found && File.Exists(found) ? found
            : throw new BadFileException(
                csv, $"row {row.Number} names \"{file}\", which does not exist.", "Paths are relative to the CSV's own folder.");
    }

    private static string FindInAnyForm(string path)
    {
        string root = Path.GetPathRoot(path)!;
        return UnicodePath.Find(root, path[root.Length..].Replace('\\', '/'));
    }
}
