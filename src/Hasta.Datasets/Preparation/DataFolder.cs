using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Preparation;

/// <summary>
/// A data folder while prepare works on it. Finished clips are appended to <c>journal.jsonl</c> at once; the sorted manifest is written whole
/// at the end. A kill leaves the journal, from which the next run continues; an incomplete last line is a clip to redo.
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
        foreach (ManifestEntry entry in ReadFinished(root))
        {
            entries[entry.Clip] = entry;
        }

        // A kill between the removal of a clip's landmarks and of its entry leaves the entry alone.
        foreach (string gone in entries.Keys.Where(clip => !File.Exists(Manifest.PosePath(root, clip))).ToArray())
        {
            entries.Remove(gone);
            DeleteFrames(gone);
        }

        // The journal starts over with all that is known, so that an incomplete end of an earlier one cannot grow into a wrong line.
        JsonLines.Write(JournalPath, entries.Values);
        journal = new FileStream(JournalPath, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public int Count => entries.Count;

    /// <summary>Not while clips are added.</summary>
    public IReadOnlyCollection<ManifestEntry> Entries => entries.Values;

    private string JournalPath => Path.Combine(root, Manifest.JournalFileName);

    /// <exception cref="DataFolderException">Another prepare is writing there.</exception>
    public static DataFolder Open(string root)
    {
        Directory.CreateDirectory(root);
        FileStream exclusive = Lock(root);
        try
        {
            RemoveLeftovers(root);
            return new DataFolder(root, exclusive);
        }
        catch
        {
            exclusive.Dispose();
            throw;
        }
    }

    /// <summary>What an earlier run finished with the same engine: "clip fingerprint", for those who would else bring a clip in vain.</summary>
    public static IReadOnlySet<string> FinishedIn(string root, LandmarkEngineId engine) =>
        ReadFinished(root).Where(entry => entry.Engine == engine).Select(entry => $"{entry.Clip} {entry.SourceFingerprint}").ToHashSet(StringComparer.Ordinal);

    /// <returns>The entry of a finished clip whose .pose file is there, whole and unchanged; else null.</returns>
    public ManifestEntry? Find(string clip)
    {
        ManifestEntry? entry;
        lock (gate)
        {
            entry = entries.GetValueOrDefault(clip);
        }

        return entry is not null && IsWhole(Manifest.PosePath(root, clip), entry.PoseSha256) ? entry : null;
    }

    /// <returns>Whether the clip's frames are there, whole and unchanged, and were chosen as they would be now; also where none are wanted.</returns>
    public bool HasFrames(ManifestEntry entry, string? engine) =>
        engine is null || (entry.KeptFrames is { } kept && kept.Engine == engine && IsWhole(Manifest.FramesPath(root, entry.Clip), kept.Sha256));

    /// <exception cref="IOException">The disk is full; the journal is as before.</exception>
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
                // Half a line that others followed would make the journal unreadable.
                journal.SetLength(end);
                throw;
            }

            entries[entry.Clip] = entry;
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
                DeleteFrames(clip);
            }
        }
    }

    /// <summary>Frames of an earlier run do not belong to new landmarks.</summary>
    public void DeleteFrames(string clip)
    {
        string path = Manifest.FramesPath(root, clip);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>
    /// Takes back clips that this run knows under another name: a corrected gloss renames an array's row, a moved clip has the same bytes
    /// elsewhere. Clips of other sources stay, also those whose videos are gone: their landmarks may be all that is left of them.
    /// </summary>
    /// <param name="current">The ids of this run.</param>
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
        exclusive.Dispose();
    }

    private static FileStream Lock(string root) =>
        FolderLock.Take(Path.Combine(root, ".lock"), error => new DataFolderException($"{root}: another hasta prepare is writing there. Wait for it to end, or choose another --out.", error));

    /// <summary>Only where prepare writes; a folder on another disk, behind a link, keeps them.</summary>
    private static void RemoveLeftovers(string root)
    {
        PendingFile.RemoveLeftoversIn(root);
        foreach (string folder in new[] { Manifest.PosesFolder, Manifest.FramesFolder }.Select(name => Path.Combine(root, name)).Where(path => new DirectoryInfo(path).LinkTarget is null))
        {
            PendingFile.RemoveLeftoversBelow(folder);
        }
    }

    private static bool IsWhole(string path, string sha256) => File.Exists(path) && ContentHash.Compute(InputFile.ReadAllBytes(path, int.MaxValue / 2)) == sha256;

    private static IEnumerable<ManifestEntry> ReadFinished(string root)
    {
        IEnumerable<ManifestEntry> manifest = File.Exists(Path.Combine(root, Manifest.FileName)) ? Manifest.Read(root) : [];
        string journal = Path.Combine(root, Manifest.JournalFileName);
        return File.Exists(journal) ? Manifest.Compose([.. manifest, .. Manifest.ReadJournal(journal)]) : manifest;
    }
}
