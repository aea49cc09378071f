using System.Text.Json;
using Hasta.Datasets;

namespace Hasta.Preparation;

/// <summary>
/// A data folder while prepare works on it. Finished clips are appended to <c>journal.jsonl</c> at once; the sorted manifest is written whole
/// at the end. A kill leaves the journal, from which the next run goes on; a torn last line is a clip to redo.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly Lock gate = new();
    private readonly string root;
    private readonly FileStream exclusive;
    private readonly FileStream journal;
    private readonly SortedDictionary<string, ManifestEntry> entries = new(StringComparer.Ordinal);

    private DataFolder(string root, FileStream exclusive)
    {
        this.root = root;
        this.exclusive = exclusive;
        foreach (ManifestEntry entry in ReadFinished())
        {
            entries[entry.Clip] = entry;
        }

        // The journal begins anew with all that is known, so that a torn end of an earlier one cannot grow into a wrong line.
        AtomicFile.Write(JournalPath, stream => WriteLines(stream, entries.Values));
        journal = new FileStream(JournalPath, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public int Count => entries.Count;

    private string JournalPath => Path.Combine(root, "journal.jsonl");

    /// <exception cref="DataFolderException">Another prepare is writing there.</exception>
    public static DataFolder Open(string root)
    {
        Directory.CreateDirectory(root);
        FileStream exclusive = Lock(root);
        try
        {
            foreach (string leftover in Directory.EnumerateFiles(root, "*" + AtomicFile.TemporaryExtension, SearchOption.AllDirectories))
            {
                File.Delete(leftover);
            }

            return new DataFolder(root, exclusive);
        }
        catch
        {
            exclusive.Dispose();
            throw;
        }
    }

    /// <returns>The entry of a finished clip whose .pose file is there, whole and unchanged; else null.</returns>
    public ManifestEntry? Find(string clip)
    {
        ManifestEntry? entry;
        lock (gate)
        {
            entry = entries.GetValueOrDefault(clip);
        }

        string path = Manifest.PosePath(root, clip);
        return entry is not null && File.Exists(path) && ContentHash.Of(File.ReadAllBytes(path)) == entry.PoseSha256 ? entry : null;
    }

    public void Add(ManifestEntry entry)
    {
        lock (gate)
        {
            entries[entry.Clip] = entry;
            WriteLines(journal, [entry]);
            journal.Flush(flushToDisk: true);
        }
    }

    /// <summary>Takes back what an earlier run had made of a clip that can no longer be used.</summary>
    public void Remove(string clip)
    {
        lock (gate)
        {
            if (entries.Remove(clip))
            {
                File.Delete(Manifest.PosePath(root, clip));
            }
        }
    }

    public void WriteManifest(IEnumerable<SkippedClip> skipped)
    {
        Manifest.Write(root, entries.Values);
        AtomicFile.Write(Path.Combine(root, "skipped.jsonl"), stream => WriteLines(stream, skipped));
        journal.Dispose();
        File.Delete(JournalPath);
    }

    public void Dispose()
    {
        journal.Dispose();
        exclusive.Dispose();
    }

    private static FileStream Lock(string root)
    {
        try
        {
            return new FileStream(Path.Combine(root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not DirectoryNotFoundException)
        {
            throw new DataFolderException($"{root}: another hasta prepare is writing there. Wait for it to end, or choose another --out.", error);
        }
    }

    private static void WriteLines<T>(Stream stream, IEnumerable<T> values)
    {
        foreach (T value in values)
        {
            stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(value, StrictJson.Line), (byte)'\n']);
        }
    }

    private IEnumerable<ManifestEntry> ReadFinished()
    {
        IEnumerable<ManifestEntry> manifest = File.Exists(Path.Combine(root, Manifest.FileName)) ? Manifest.Read(root) : [];
        return File.Exists(JournalPath) ? manifest.Concat(ReadJournal()) : manifest;
    }

    private IEnumerable<ManifestEntry> ReadJournal()
    {
        string[] lines = File.ReadAllText(JournalPath).Split('\n');

        // What follows the last line break was cut off by a kill.
        return lines.SkipLast(1).Select((line, i) => StrictJson.Parse<ManifestEntry>($"{JournalPath}:{i + 1}", line));
    }
}
