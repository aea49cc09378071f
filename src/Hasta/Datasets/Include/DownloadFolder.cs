using System.Text.Json;
using Hasta.Datasets.Download;

namespace Hasta.Datasets.Include;

/// <summary>Where INCLUDE is put: clips in its own layout, zips under way below <c>zips/</c>, and a journal of the zips whose clips are all there.</summary>
internal sealed class DownloadFolder : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream exclusive;
    private readonly FileStream journal;
    private readonly Dictionary<string, UnpackedZip> unpacked;

    private DownloadFolder(string root, FileStream exclusive)
    {
        Root = root;
        this.exclusive = exclusive;
        string path = Path.Combine(root, ".hasta", "unpacked.jsonl");
        unpacked = Read(path).GroupBy(zip => zip.Zip).ToDictionary(zip => zip.Key, zip => zip.Last());
        AtomicFile.Write(path, stream =>
        {
            foreach (UnpackedZip zip in unpacked.Values)
            {
                Append(stream, zip);
            }
        });
        journal = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public string Root { get; }

    /// <exception cref="DownloadException">Another download is writing there.</exception>
    public static DownloadFolder Open(string folder)
    {
        string root = Path.GetFullPath(folder);
        Directory.CreateDirectory(Path.Combine(root, ".hasta"));
        FileStream exclusive = Lock(root);
        try
        {
            foreach (string leftover in Directory.EnumerateFiles(root, "*" + AtomicFile.TemporaryExtension, SearchOption.AllDirectories))
            {
                File.Delete(leftover);
            }

            return new DownloadFolder(root, exclusive);
        }
        catch
        {
            exclusive.Dispose();
            throw;
        }
    }

    public string ZipPath(string zip) => Path.Combine(Root, "zips", zip);

    /// <summary>A member's place; zips that leave their category's folder out get it back.</summary>
    public string ClipPath(IncludeZip zip, string member)
    {
        bool hasCategory = IncludeName.Parse(member) is { } name && IncludeName.KeyOf(name.Category) == IncludeName.KeyOf(zip.Category);
        return Path.Combine([Root, .. hasCategory ? Array.Empty<string>() : [zip.Category], .. member.Split('/')]);
    }

    /// <summary>Whether an earlier run unpacked the same zip, and if so, whether all its clips still lie there.</summary>
    public (bool Was, bool IsWhole) Unpacked(RemoteFile file)
    {
        bool was = unpacked.TryGetValue(file.Name, out UnpackedZip? zip) && (zip.Md5 is null || file.Md5 is null || zip.Md5 == file.Md5);
        return (was, was && zip!.Clips.All(clip => HasClip(Path.Combine(Root, clip.Key), clip.Value)));
    }

    /// <summary>A clip appears whole or not at all, so that its length tells enough.</summary>
    public static bool HasClip(string path, long bytes) => new FileInfo(path) is { Exists: true } file && file.Length == bytes;

    public void Add(UnpackedZip zip)
    {
        lock (gate)
        {
            Append(journal, zip);
            journal.Flush(flushToDisk: true);
            unpacked[zip.Zip] = zip;
        }
    }

    public void RemoveZip(string zip)
    {
        File.Delete(ZipPath(zip));
        string folder = Path.GetDirectoryName(ZipPath(zip))!;
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    public void Dispose()
    {
        journal.Dispose();
        exclusive.Dispose();
    }

    private static FileStream Lock(string root) =>
        FolderLock.Take(Path.Combine(root, ".hasta", "lock"), error => new DownloadException($"{root}: another hasta download is writing there. Wait for it to end, or choose another --to.", error));

    private static void Append(Stream stream, UnpackedZip zip) => stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(zip, StrictJson.Line), (byte)'\n']);

    private static IEnumerable<UnpackedZip> Read(string path) =>
        File.Exists(path)
            ? File.ReadAllText(path).Split('\n').SkipLast(1).Select((line, i) => StrictJson.Parse<UnpackedZip>($"{path}:{i + 1}", line))
            : [];
}
