namespace Hasta.Datasets.Preparation;

/// <summary>Brings clips to a folder a little before they are asked for, so that the network works while the processor does.</summary>
/// <param name="clips">In the order in which they will be asked for.</param>
/// <param name="isDone">Those that will hardly be asked for, and are not brought before they are.</param>
/// <param name="folder">Where to.</param>
/// <param name="ahead">How many to bring before they are asked for.</param>
internal sealed class ClipPrefetch(IReadOnlyList<FetchableClip> clips, IReadOnlyList<bool> isDone, string folder, int ahead) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task<string>?[] fetches = new Task<string>?[clips.Count];

    /// <summary>The clip's file; also starts on those that follow.</summary>
    public Task<string> TakeAsync(int index, CancellationToken cancellationToken)
    {
        Task<string> wanted;
        lock (gate)
        {
            wanted = Start(index);
            foreach (int next in Enumerable.Range(index + 1, clips.Count - index - 1).Where(next => !isDone[next]).Take(ahead))
            {
                Start(next);
            }
        }

        return wanted.WaitAsync(cancellationToken);
    }

    /// <summary>Whether a file is one that was brought, whole or in part: it begins with its clip's number.</summary>
    public static bool IsNameOfOne(string path) => Path.GetFileName(path) is { Length: > 5 } name && name[..5].All(char.IsAsciiDigit) && name[5] == '.';

    /// <summary>Ends what is under way.</summary>
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
