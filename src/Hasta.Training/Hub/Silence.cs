namespace Hasta.Training.Hub;

/// <summary>Tells a server that has fallen silent from a user who has stopped.</summary>
internal static class Silence
{
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="OperationCanceledException">Stopped by the user.</exception>
    public static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {longest.TotalSeconds:0} s.", error);
        }
    }
}
