using System.Runtime.CompilerServices;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Preparation;

/// <summary>Clips that are brought one by one, looked at, and deleted again: a few of them on disk at a time, whatever the size of the data set.</summary>
internal sealed class FetchedClipExtractor : IClipExtractor, IAsyncDisposable
{
    private const string FolderName = ".fetched";

    private readonly IClipExtractor inner;
    private readonly string folder;
    private readonly FileStream exclusive;
    private readonly ClipPrefetch prefetch;
    private readonly Dictionary<string, (int Place, string Fingerprint)> known;

    /// <param name="inner">Looks at a clip on disk.</param>
    /// <param name="data">The data folder; clips are for a moment below it.</param>
    /// <param name="clips">In the order in which they will be asked for.</param>
    /// <param name="ahead">How many are brought before they are asked for.</param>
    /// <exception cref="DataFolderException">Another run brings clips there.</exception>
    public FetchedClipExtractor(IClipExtractor inner, string data, IReadOnlyList<FetchableClip> clips, int ahead)
    {
        this.inner = inner;
        folder = Path.Combine(data, FolderName);
        Directory.CreateDirectory(folder);
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new DataFolderException($"{folder}: this is a link, and clips are deleted there. Remove it.");
        }

        exclusive = Lock(Path.Combine(folder, "lock"), data);
        RemoveFiles();
        IReadOnlySet<string> done = DataFolder.FinishedIn(data, inner.Engine);
        prefetch = new ClipPrefetch(clips, [.. clips.Select(clip => done.Contains($"{clip.Clip.Id} {clip.Fingerprint}"))], folder, ahead);
        known = clips.Index().ToDictionary(clip => clip.Item.Clip.Id, clip => (clip.Index, clip.Item.Fingerprint), StringComparer.Ordinal);
    }

    public LandmarkEngineId Engine => inner.Engine;

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => Task.FromResult(known[clip.Id].Fingerprint);

    public async Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? look, CancellationToken cancellationToken)
    {
        string path = await prefetch.TakeAsync(known[clip.Id].Place, cancellationToken);
        try
        {
            LandmarkFrames feed = await inner.OpenAsync(clip with { Path = path }, look, cancellationToken);
            return feed with { Frames = ThenDelete(clip, feed.Frames, path, cancellationToken) };
        }
        catch (BadFileException error)
        {
            File.Delete(path);
            throw Named(clip, error);
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
        exclusive.Dispose();
        File.Delete(Path.Combine(folder, "lock"));
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private static async IAsyncEnumerable<LandmarkFrame> ThenDelete(
        Clip clip, IAsyncEnumerable<LandmarkFrame> frames, string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<LandmarkFrame> reader = frames.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveAsync(clip, reader))
            {
                yield return reader.Current;
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async ValueTask<bool> MoveAsync(Clip clip, IAsyncEnumerator<LandmarkFrame> reader)
    {
        try
        {
            return await reader.MoveNextAsync();
        }
        catch (BadFileException error)
        {
            throw Named(clip, error);
        }
    }

    /// <summary>The reason names a file that is gone by the time somebody reads it.</summary>
    private static BadFileException Named(Clip clip, BadFileException error) =>
        new(clip.Path, error.Message, "The clip is so on the server.", error);

    private void RemoveFiles()
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(ClipPrefetch.IsNameOfOne))
        {
            File.Delete(file);
        }
    }

    private static FileStream Lock(string path, string data) =>
        FolderLock.Take(path, error => new DataFolderException($"{data}: another run brings clips there. Wait for it to end, or choose another folder.", error));
}
