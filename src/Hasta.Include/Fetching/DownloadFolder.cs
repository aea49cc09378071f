using Hasta.Datasets.Fetching;
using Hasta.Landmarks.IO;

namespace Hasta.Include.Fetching;

/// <summary>The folder of the one download that may write to it, with the journal of the zips whose clips are all there.</summary>
internal sealed class DownloadFolder : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream folderLock;
    private readonly FileStream journal;

    private DownloadFolder(IncludeFolder contents, FileStream folderLock)
    {
        Contents = contents;
        this.folderLock = folderLock;
        JsonLines.Write(contents.JournalPath, contents.UnpackedZips);
        journal = new FileStream(contents.JournalPath, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>The contents when the download started.</summary>
    public IncludeFolder Contents { get; }

    /// <exception cref="DownloadException">Another download is writing to the folder.</exception>
    public static DownloadFolder Open(string folder)
    {
        string root = Path.GetFullPath(folder);
        Directory.CreateDirectory(Path.Combine(root, ".hasta"));
        FileStream folderLock = Lock(root);
        try
        {
            PendingFile.RemoveLeftoversBelow(root);
            return new DownloadFolder(new IncludeFolder(root), folderLock);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    public void Add(UnpackedZip zip)
    {
        lock (gate)
        {
            JsonLines.Append(journal, zip);
            journal.Flush(flushToDisk: true);
        }
    }

    public void RemoveZip(string zip)
    {
        string path = Contents.ZipPath(zip);
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(path);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    public void Dispose()
    {
        journal.Dispose();
        folderLock.Dispose();
    }

    private static FileStream Lock(string root) => FolderLock.Take(
        Path.Combine(root, ".hasta", "lock"),
        error => new DownloadException(
            $"{root}: another hasta download is writing to this folder. Wait for it to end, or choose another --to.", error));
}
