using System.Text.Json;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets;

/// <summary>Reads and writes <c>manifest.jsonl</c> of a data folder, and knows where its landmarks lie.</summary>
internal static class Manifest
{
    public const string FileName = "manifest.jsonl";

    /// <summary>What prepare has finished before the manifest is whole.</summary>
    public const string JournalFileName = "journal.jsonl";

    internal const string PosesFolder = "poses";
    internal const string FramesFolder = "frames";

    /// <summary>Where older versions wrote the name in another Unicode form, that file.</summary>
    public static string PosePath(string data, string clip) => UnicodePath.Find(Path.Combine(data, PosesFolder), clip + ".pose");

    /// <summary>The frames that <c>prepare --frames</c> keeps of a clip.</summary>
    public static string FramesPath(string data, string clip) => UnicodePath.Find(Path.Combine(data, FramesFolder), clip + ".frames");

    /// <summary>Whether prepare has been at work there.</summary>
    public static bool IsDataFolder(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) || File.Exists(Path.Combine(folder, JournalFileName));

    /// <exception cref="BadFileException">Missing, a line that is no entry, a clip listed twice, or a name that would lead out of the folder.</exception>
    public static IReadOnlyList<ManifestEntry> Read(string data)
    {
        string path = Path.Combine(data, FileName);
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Make the data folder with: hasta prepare VIDEOS --out DATA");
        }

        IReadOnlyList<ManifestEntry> entries = Compose([.. StrictText.ReadLines(path).Select((line, i) => Parse($"{path}:{i + 1}", line))]);
        return entries.CountBy(entry => entry.Clip, StringComparer.Ordinal).FirstOrDefault(clip => clip.Value > 1).Key is { } twice
            ? throw new BadFileException(path, $"the clip {twice} stands there twice.", "Remove one of the lines.")
            : entries;
    }

    public static void Write(string data, IEnumerable<ManifestEntry> entries) => AtomicFile.Write(Path.Combine(data, FileName), stream =>
    {
        foreach (ManifestEntry entry in entries)
        {
            JsonSerializer.Serialize(stream, entry, StrictJson.Line);
            stream.WriteByte((byte)'\n');
        }
    });

    /// <summary>Entries with their ids in form NFC (see <see cref="ClipId.Compose"/>).</summary>
    internal static IReadOnlyList<ManifestEntry> Compose(IReadOnlyList<ManifestEntry> entries) =>
        [.. entries.Zip(ClipId.Compose([.. entries.Select(entry => entry.Clip)]), (entry, id) => entry with { Clip = id })];

    /// <summary>One line; <paramref name="place"/> names it in errors.</summary>
    /// <exception cref="BadFileException">No entry, or a name that would lead out of the folder.</exception>
    internal static ManifestEntry Parse(string place, string line)
    {
        ManifestEntry entry = StrictJson.Parse<ManifestEntry>(place, line);
        return ClipId.MakeSafe(entry.Clip) == Nfc.Normalize(entry.Clip)
            ? entry
            : throw new BadFileException(place, $"\"{entry.Clip}\" cannot be a clip's name.", "Remove that line.");
    }
}
