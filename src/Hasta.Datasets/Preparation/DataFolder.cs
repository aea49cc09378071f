using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Preparation;

/// <summary>
/// A data folder while prepare writes to it. Finished clips are appended to <c>journal.jsonl</c> at once; the sorted manifest is written in
/// full at the end. If the process is killed, the next one resumes from the journal; an incomplete last line is a clip to redo.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly Lock gate = new();
    private readonly string root;
    private readonly FileStream folderLock;
    private readonly FileStream journal;
    private readonly SortedDictionary<string, ManifestEntry> entries = new(StringComparer.Ordinal);

    private DataFolder(string root, FileStream folderLock)
    {
        this.root = root;
        this.folderLock = folderLock;
        foreach (ManifestEntry entry in ReadFinished(root))
        {
            entries[entry.Clip] = entry;
        }

        // If the process was killed after a clip's landmarks were deleted but before its entry was, only the entry is left.
        foreach (string orphan in entries.Keys.Where(clip => !File.Exists(Manifest.PosePath(root, clip))).ToArray())
        {
            entries.Remove(orphan);
            DeleteFrames(orphan);
        }

        // The journal is rewritten from the known entries, so that nothing is appended to an incomplete last line.
        JsonLines.Write(JournalPath, entries.Values);
        journal = new FileStream(JournalPath, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public int Count => entries.Count;

    /// <summary>Do not enumerate while clips are added.</summary>
    public IReadOnlyCollection<ManifestEntry> Entries => entries.Values;

    private string JournalPath => Path.Combine(root, Manifest.JournalFileName);

    /// <exception cref="DataFolderException">Another prepare process is writing to the folder.</exception>
    public static DataFolder Open(string root)
    {
        Directory.CreateDirectory(root);
        FileStream folderLock = Lock(root);
        try
        {
            RemoveLeftovers(root);
            return new DataFolder(root, folderLock);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Clips that an earlier process finished with the same engine, as "clip fingerprint", so that callers do not download them again.
    /// </summary>
    public static IReadOnlySet<string> FinishedIn(string root, LandmarkEngineId engine) =>
        ReadFinished(root)
            .Where(entry => entry.Engine == engine)
            .Select(entry => $"{entry.Clip} {entry.SourceFingerprint}")
            .ToHashSet(StringComparer.Ordinal);

    /// <returns>The entry of a finished clip whose .pose file exists, complete and unchanged; otherwise null.</returns>
    public ManifestEntry? Find(string clip)
    {
        ManifestEntry? entry;
        lock (gate)
        {
            entry = entries.GetValueOrDefault(clip);
        }

        return entry is not null && IsIntact(Manifest.PosePath(root, clip), entry.PoseSha256) ? entry : null;
    }

    /// <returns>
    /// Whether the clip's frames exist, are complete and unchanged, and were selected by this engine; also true if no frames are requested.
    /// </returns>
    public bool HasFrames(ManifestEntry entry, string? engine) =>
        engine is null
        || (entry.KeptFrames is { } kept && kept.Engine == engine && IsIntact(Manifest.FramesPath(root, entry.Clip), kept.Sha256));

    /// <exception cref="IOException">The disk is full; the journal is unchanged.</exception>
    public void Add(ManifestEntry entry)
    {
        lock (gate)
        {
            long end = journal.Position;
            try
            {
                JsonLines.Append(journal, entry);
                journal.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                // A partial line followed by others would make the journal unreadable.
                journal.SetLength(end);
                throw;
            }

            entries[entry.Clip] = entry;
        }
    }

    /// <summary>Deletes what an earlier process wrote for a clip that can no longer be used.</summary>
    public void Remove(string clip)
    {
        lock (gate)
        {
            if (entries.Remove(clip))
            {
                File.Delete(Manifest.PosePath(root, clip));
                DeleteFrames(clip);
            }
        }
    }

    /// <summary>Frames from an earlier process do not match new landmarks.</summary>
    public void DeleteFrames(string clip)
    {
        string path = Manifest.FramesPath(root, clip);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>
    /// Removes clips that are listed under another name now: a corrected gloss renames an array's row, and a moved clip has the same bytes
    /// elsewhere. Clips from other sources are kept, even if their videos are gone: their landmarks may be all that is left of them.
    /// </summary>
    /// <param name="current">The ids of the clips being prepared.</param>
    public void RemoveRenamed(IReadOnlySet<string> current)
    {
        ManifestEntry[] known = [.. entries.Values.Where(entry => current.Contains(entry.Clip))];
        HashSet<string> sources = [.. known.Select(entry => entry.Source)];
        HashSet<string> contents = [.. known.Select(entry => entry.SourceFingerprint)];
        foreach (ManifestEntry old in entries.Values.Where(entry => !current.Contains(entry.Clip)).ToArray())
        {
            if (sources.Contains(old.Source) || (contents.Contains(old.SourceFingerprint) && !SourcePath.Exists(old.Source)))
            {
                Remove(old.Clip);
            }
        }
    }

    public void WriteManifest(IEnumerable<SkippedClip> skipped)
    {
        Manifest.Write(root, entries.Values);
        JsonLines.Write(Path.Combine(root, "skipped.jsonl"), skipped);
        journal.Dispose();
        File.Delete(JournalPath);
    }

    public void Dispose()
    {
        journal.Dispose();
        folderLock.Dispose();
    }

    private static FileStream Lock(string root) => FolderLock.Take(
        Path.Combine(root, ".lock"),
        error => new DataFolderException(
            $"{root}: another hasta prepare is writing to this folder. Wait for it to end, or choose another --out.", error));

    /// <summary>Only in folders that prepare writes to; a folder on another disk, behind a link, is left unchanged.</summary>
    private static void RemoveLeftovers(string root)
    {
        PendingFile.RemoveLeftoversIn(root);
        foreach (string folder in new[] { Manifest.PosesFolder, Manifest.FramesFolder }
            .Select(name => Path.Combine(root, name))
            .Where(path => new DirectoryInfo(path).LinkTarget is null))
        {
            PendingFile.RemoveLeftoversBelow(folder);
        }
    }

    private static bool IsIntact(string path, string sha256) =>
        File.Exists(path) && ContentHash.Compute(InputFile.ReadAllBytes(path, int.MaxValue / 2)) == sha256;

    private static IEnumerable<ManifestEntry> ReadFinished(string root)
    {
        IEnumerable<ManifestEntry> manifest = File.Exists(Path.Combine(root, Manifest.FileName)) ? Manifest.Read(root) : [];
        string journal = Path.Combine(root, Manifest.JournalFileName);
        return File.Exists(journal) ? Manifest.Compose([.. manifest, .. Manifest.ReadJournal(journal)]) : manifest;
    }
}
