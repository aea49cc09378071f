using Hasta.Datasets.Fetching;
using Hasta.Include.Fetching;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Include;

/// <summary>
/// The contents of a folder with INCLUDE: clips in its own layout, unfinished zips below <c>zips/</c>. Reading it changes nothing.
/// </summary>
internal sealed class IncludeFolder
{
    private readonly Dictionary<string, UnpackedZip> unpacked;

    /// <exception cref="BadFileException">Its journal is damaged.</exception>
    public IncludeFolder(string folder)
    {
        Root = Path.GetFullPath(folder);
        JournalPath = Path.Combine(Root, ".hasta", "unpacked.jsonl");
        unpacked = Read(JournalPath).GroupBy(zip => zip.Zip).ToDictionary(zip => zip.Key, zip => zip.Last());
    }

    public string Root { get; }

    /// <summary>One <see cref="UnpackedZip"/> per line.</summary>
    public string JournalPath { get; }

    /// <summary>Zips whose clips were all there once, the latest entry of each name.</summary>
    public IEnumerable<UnpackedZip> UnpackedZips => unpacked.Values;

    public string ZipPath(string zip) => Path.Combine(Root, "zips", zip);

    /// <summary>The destination of a member; if a zip omits its category's folder, it is added.</summary>
    public string ClipPath(IncludeZip zip, string member)
    {
        bool hasCategory = IncludeName.Parse(member) is { } name
            && IncludeName.KeyOf(name.Category) == IncludeName.KeyOf(zip.Category);
        return Path.Combine([Root, .. hasCategory ? Array.Empty<string>() : [zip.Category], .. member.Split('/')]);
    }

    /// <summary>Whether an earlier process unpacked the same zip, and if so, whether all its clips are still there.</summary>
    public (bool Was, bool IsWhole) Unpacked(RemoteFile file)
    {
        bool was = unpacked.TryGetValue(file.Name, out UnpackedZip? zip)
            && (zip.Md5 is null || file.Hash is null || zip.Md5 == file.Hash.Hex);
        return (was, was && zip!.Clips.All(clip => HasClip(Path.Combine(Root, clip.Key), clip.Value)));
    }

    /// <summary>Whether a zip whose clips are all there was to be kept, or may have been.</summary>
    public bool KeepsZip(string zip) => unpacked.TryGetValue(zip, out UnpackedZip? known) && known.IsKept != false;

    /// <summary>Clips are written atomically, so the length is enough to check.</summary>
    public static bool HasClip(string path, long bytes) =>
        InputFile.Find(path) is { Exists: true } file && file.Length == bytes;

    private static IEnumerable<UnpackedZip> Read(string path) =>
        File.Exists(path) ? JsonLines.ReadJournal<UnpackedZip>(path) : [];
}
