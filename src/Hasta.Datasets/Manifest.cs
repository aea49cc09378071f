using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets;

/// <summary>Reads and writes <c>manifest.jsonl</c> of a data folder, and returns the paths of its landmarks and frames.</summary>
internal static class Manifest
{
    public const string FileName = "manifest.jsonl";

    /// <summary>Clips that prepare has finished before the manifest is complete.</summary>
    public const string JournalFileName = "journal.jsonl";

    internal const string PosesFolder = "poses";
    internal const string FramesFolder = "frames";

    /// <summary>The clip's landmarks, also if an older version wrote the name in another Unicode form.</summary>
    public static string PosePath(string data, string clip) => UnicodePath.Find(Path.Combine(data, PosesFolder), clip + ".pose");

    /// <summary>The frames that <c>prepare --frames</c> keeps of a clip.</summary>
    public static string FramesPath(string data, string clip) => UnicodePath.Find(Path.Combine(data, FramesFolder), clip + ".frames");

    /// <summary>Whether prepare has written to the folder.</summary>
    public static bool IsDataFolder(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) || File.Exists(Path.Combine(folder, JournalFileName));

    /// <exception cref="BadFileException">
    /// Missing file, an invalid line, a clip listed twice, or a name that would escape the folder.
    /// </exception>
    public static IReadOnlyList<ManifestEntry> Read(string data)
    {
        string path = Path.Combine(data, FileName);
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Make the data folder with: hasta prepare VIDEOS --out DATA");
        }

        IReadOnlyList<ManifestEntry> entries = Compose([.. Check(path, JsonLines.Read<ManifestEntry>(path))]);
        return entries.CountBy(entry => entry.Clip, StringComparer.Ordinal).FirstOrDefault(clip => clip.Value > 1).Key is { } twice
            ? throw new BadFileException(path, $"the clip {twice} is listed twice.", "Remove one of the lines.")
            : entries;
    }

    /// <summary>The engine of all clips: a model trained on several would learn which engine a clip came from.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="entries">At least one entry.</param>
    /// <returns>See <see cref="LandmarkEngineId.ForBodyAndHands"/>.</returns>
    /// <exception cref="BadFileException">The clips come from several engines.</exception>
    public static LandmarkEngineId EngineOf(string data, IReadOnlyList<ManifestEntry> entries)
    {
        IGrouping<LandmarkEngineId, ManifestEntry>[] engines = [.. entries.GroupBy(entry => entry.Engine.ForBodyAndHands())];
        return engines.Length == 1
            ? engines[0].Key
            : throw new BadFileException(
                Path.Combine(data, FileName),
                $"its landmarks come from {engines.Length} engines, which cannot be mixed: "
                + string.Join("; ", engines.Select(engine =>
                    $"{CountText.Of(engine.Count(), "clip")} such as {engine.First().Clip} from {engine.Key}"))
                + ".",
                "Prepare all videos with the same options, and each kind of source into its own folder.");
    }

    public static void Write(string data, IEnumerable<ManifestEntry> entries) => JsonLines.Write(Path.Combine(data, FileName), entries);

    /// <summary>Clips that prepare has finished so far; see <see cref="JsonLines.ReadJournal"/>.</summary>
    /// <inheritdoc cref="Read"/>
    internal static IEnumerable<ManifestEntry> ReadJournal(string path) => Check(path, JsonLines.ReadJournal<ManifestEntry>(path));

    /// <summary>Entries with their ids in NFC (see <see cref="ClipId.Compose"/>).</summary>
    internal static IReadOnlyList<ManifestEntry> Compose(IReadOnlyList<ManifestEntry> entries) =>
        [.. entries.Zip(ClipId.Compose([.. entries.Select(entry => entry.Clip)]), (entry, id) => entry with { Clip = id })];

    private static IEnumerable<ManifestEntry> Check(string path, IEnumerable<ManifestEntry> entries) =>
        entries.Select((entry, i) => ClipId.MakeSafe(entry.Clip) == Nfc.Normalize(entry.Clip)
            ? entry
            : throw new BadFileException($"{path}:{i + 1}", $"\"{entry.Clip}\" is not a valid clip name.", "Remove that line."));
}
