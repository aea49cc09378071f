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

        IReadOnlyList<ManifestEntry> entries = Compose([.. Check(path, JsonLines.Read<ManifestEntry>(path))]);
        return entries.CountBy(entry => entry.Clip, StringComparer.Ordinal).FirstOrDefault(clip => clip.Value > 1).Key is { } twice
            ? throw new BadFileException(path, $"the clip {twice} stands there twice.", "Remove one of the lines.")
            : entries;
    }

    /// <summary>The engine of all clips: trained on several, a model would learn which engine a clip came from.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="entries">At least one.</param>
    /// <returns>See <see cref="LandmarkEngineId.ForBodyAndHands"/>.</returns>
    /// <exception cref="BadFileException">Clips of several engines.</exception>
    public static LandmarkEngineId EngineOf(string data, IReadOnlyList<ManifestEntry> entries)
    {
        IGrouping<LandmarkEngineId, ManifestEntry>[] engines = [.. entries.GroupBy(entry => entry.Engine.ForBodyAndHands())];
        return engines.Length == 1
            ? engines[0].Key
            : throw new BadFileException(
                Path.Combine(data, FileName),
                $"its clips are landmarks of {engines.Length} engines, which do not mix: "
                + $"{string.Join("; ", engines.Select(engine => $"{engine.Count()} clips such as {engine.First().Clip} of {engine.Key}"))}.",
                "Prepare all of the videos with the same options, each kind into a folder of its own.");
    }

    public static void Write(string data, IEnumerable<ManifestEntry> entries) => JsonLines.Write(Path.Combine(data, FileName), entries);

    /// <summary>What prepare has finished so far; see <see cref="JsonLines.ReadJournal"/>.</summary>
    /// <inheritdoc cref="Read"/>
    internal static IEnumerable<ManifestEntry> ReadJournal(string path) => Check(path, JsonLines.ReadJournal<ManifestEntry>(path));

    /// <summary>Entries with their ids in form NFC (see <see cref="ClipId.Compose"/>).</summary>
    internal static IReadOnlyList<ManifestEntry> Compose(IReadOnlyList<ManifestEntry> entries) =>
        [.. entries.Zip(ClipId.Compose([.. entries.Select(entry => entry.Clip)]), (entry, id) => entry with { Clip = id })];

    private static IEnumerable<ManifestEntry> Check(string path, IEnumerable<ManifestEntry> entries) =>
        entries.Select((entry, i) => ClipId.MakeSafe(entry.Clip) == Nfc.Normalize(entry.Clip)
            ? entry
            : throw new BadFileException($"{path}:{i + 1}", $"\"{entry.Clip}\" cannot be a clip's name.", "Remove that line."));
}
