using System.Runtime.CompilerServices;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Preparation;

/// <summary>
/// Downloads clips one by one, extracts their landmarks and deletes them: only a few are on disk at a time, whatever the size of the data
/// set.
/// </summary>
internal sealed class FetchedClipExtractor : IClipExtractor, IAsyncDisposable
{
    private const string FolderName = ".fetched";

    /// <summary>Outside the folder and never deleted: once the lock is released, the file may be another process's.</summary>
    private const string LockName = ".fetched.lock";

    private readonly IClipExtractor inner;
    private readonly string folder;
    private readonly FileStream folderLock;
    private readonly ClipPrefetch prefetch;
    private readonly Dictionary<string, (int Index, string Fingerprint)> known;

    /// <param name="inner">Extracts the landmarks of a clip on disk.</param>
    /// <param name="data">The data folder; clips are stored below it temporarily.</param>
    /// <param name="clips">In the order in which they will be needed.</param>
    /// <param name="ahead">Number of clips to download in advance.</param>
    /// <exception cref="DataFolderException">Another process is downloading clips there, or the clips' folder is a link.</exception>
    public FetchedClipExtractor(IClipExtractor inner, string data, IReadOnlyList<FetchableClip> clips, int ahead)
    {
        this.inner = inner;
        folder = Path.Combine(data, FolderName);
        Directory.CreateDirectory(data);
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new DataFolderException($"{folder}: this is a link, but clips are deleted from this folder. Remove the link.");
        }

        folderLock = Lock(Path.Combine(data, LockName), data);
        Directory.CreateDirectory(folder);
        RemoveFiles();
        IReadOnlySet<string> done = DataFolder.FinishedIn(data, inner.Engine);
        prefetch = new ClipPrefetch(clips, [.. clips.Select(clip => done.Contains($"{clip.Clip.Id} {clip.Fingerprint}"))], folder, ahead);
        known = clips.Index().ToDictionary(clip => clip.Item.Clip.Id, clip => (clip.Index, clip.Item.Fingerprint), StringComparer.Ordinal);
    }

    public LandmarkEngineId Engine => inner.Engine;

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => Task.FromResult(known[clip.Id].Fingerprint);

    public async Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? onFrame, CancellationToken cancellationToken)
    {
        string path = await prefetch.TakeAsync(known[clip.Id].Index, cancellationToken);
        try
        {
            LandmarkFrames feed = await inner.OpenAsync(clip with { Path = path }, onFrame, cancellationToken);
            return feed with { Frames = ThenDelete(clip, feed.Frames, path, cancellationToken) };
        }
        catch (BadFileException error)
        {
            File.Delete(path);
            throw WithClipPath(clip, error);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await prefetch.DisposeAsync();
        RemoveFiles();
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }

        folderLock.Dispose();
    }

    private static async IAsyncEnumerable<LandmarkFrame> ThenDelete(
        Clip clip,
        IAsyncEnumerable<LandmarkFrame> frames,
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<LandmarkFrame> reader = frames.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync(clip, reader))
            {
                yield return reader.Current;
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(Clip clip, IAsyncEnumerator<LandmarkFrame> reader)
    {
        try
        {
            return await reader.MoveNextAsync();
        }
        catch (BadFileException error)
        {
            throw WithClipPath(clip, error);
        }
    }

    /// <summary>Adds the clip's own path: the inner message names a temporary file that is deleted by the time it is read.</summary>
    private static BadFileException WithClipPath(Clip clip, BadFileException error) =>
        new(clip.Path, error.Message, "The clip on the server has the same problem.", error);

    private void RemoveFiles()
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(ClipPrefetch.IsPrefetchedFile))
        {
            File.Delete(file);
        }
    }

    private static FileStream Lock(string path, string data) => FolderLock.Take(
        path,
        error => new DataFolderException(
            $"{data}: another hasta process is downloading clips to this folder. Wait for it to end, or choose another folder.", error));
}
