namespace Hasta.Datasets.Preparation;

/// <summary>Downloads clips to a folder shortly before they are needed, so that network and processor work at the same time.</summary>
/// <param name="clips">In the order in which they will be needed.</param>
/// <param name="isDone">Clips that are probably not needed; they are not downloaded until requested.</param>
/// <param name="folder">The destination.</param>
/// <param name="ahead">Number of clips to download in advance.</param>
internal sealed class ClipPrefetch(IReadOnlyList<FetchableClip> clips, IReadOnlyList<bool> isDone, string folder, int ahead)
    : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task<string>?[] fetches = new Task<string>?[clips.Count];

    /// <summary>Returns the clip's file; also starts downloading the clips that follow.</summary>
    public Task<string> TakeAsync(int index, CancellationToken cancellationToken)
    {
        Task<string> current;
        lock (gate)
        {
            current = Start(index);
            foreach (int next in Enumerable.Range(index + 1, clips.Count - index - 1).Where(next => !isDone[next]).Take(ahead))
            {
                Start(next);
            }
        }

        return current.WaitAsync(cancellationToken);
    }

    /// <summary>Whether a file is a complete or partial download of this class: its name begins with its clip's number.</summary>
    public static bool IsPrefetchedFile(string path) =>
        Path.GetFileName(path) is { Length: > 5 } name && name[..5].All(char.IsAsciiDigit) && name[5] == '.';

    /// <summary>Cancels pending downloads.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(fetches.OfType<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private Task<string> Start(int index) => fetches[index] ??= Task.Run(() => FetchAsync(index));

    private async Task<string> FetchAsync(int index)
    {
        string path = Path.Combine(folder, $"{index:00000}{Path.GetExtension(clips[index].Clip.Path)}");
        await clips[index].FetchAsync(path, stop.Token);
        return path;
    }
}
