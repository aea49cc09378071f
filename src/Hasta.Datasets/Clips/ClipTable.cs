using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>Reads a CSV with the columns file, gloss (or word) and optionally signer, session, split; other columns are left alone.</summary>
internal static class ClipTable
{
    /// <summary>Files are looked for beside the CSV; either slash and either Unicode form will do.</summary>
    /// <exception cref="BadFileException">A missing column or file, a file named twice, a gloss left empty, an unknown split, or no rows.</exception>
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
                : throw new BadFileException(csv, $"row {row.Number} names {row[file]}, which row {rows[path]} has named.", "Keep one of them.");
        }));
    }

    private static string Find(string csv, string folder, CsvRow row, string file)
    {
        string path = Path.GetFullPath(Path.Combine(folder, file));
        string turned = Path.GetFullPath(Path.Combine(folder, file.Replace('\\', '/')));
        return File.Exists(path) ? path
            : File.Exists(turned) ? turned
            : InAnyForm(turned) is { } found && File.Exists(found) ? found
            : throw new BadFileException(csv, $"row {row.Number} names \"{file}\", which is not there.", "Paths are read from the CSV's own folder.");
    }

    private static string InAnyForm(string path)
    {
        string root = Path.GetPathRoot(path)!;
        return UnicodePath.Find(root, path[root.Length..].Replace('\\', '/'));
    }
}
