namespace Hasta.Training.Hub;

/// <summary>Tells a server that has fallen silent from a user who has stopped.</summary>
internal static class IdleTimeout
{
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="OperationCanceledException">Stopped by the user.</exception>
    public static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {longest.TotalSeconds:0} s.", error);
        }
    }
}
