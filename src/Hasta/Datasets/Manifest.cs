using System.Text.Json;

namespace Hasta.Datasets;

/// <summary>Reads and writes <c>manifest.jsonl</c> of a data folder, and knows where its landmarks lie.</summary>
public static class Manifest
{
    public const string FileName = "manifest.jsonl";

    public static string PosePath(string data, string clip) => Path.Combine(data, "poses", clip + ".pose");

    /// <exception cref="BadFileException">Missing, or a line that is no entry.</exception>
    public static IReadOnlyList<ManifestEntry> Read(string data)
    {
        string path = Path.Combine(data, FileName);
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Make the data folder with: hasta prepare VIDEOS --out DATA");
        }

        return [.. File.ReadLines(path).Select((line, i) => StrictJson.Parse<ManifestEntry>($"{path}:{i + 1}", line))];
    }

    public static void Write(string data, IEnumerable<ManifestEntry> entries) => AtomicFile.Write(Path.Combine(data, FileName), stream =>
    {
        foreach (ManifestEntry entry in entries)
        {
            JsonSerializer.Serialize(stream, entry, StrictJson.Line);
            stream.WriteByte((byte)'\n');
        }
    });
}
