namespace Hasta.Training.Hub;

/// <summary>Distinguishes a server that has stopped responding from a cancellation by the user.</summary>
internal static class IdleTimeout
{
    /// <exception cref="TimeoutException">The work took longer than the limit.</exception>
    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public static async Task<T> RunWithTimeoutAsync<T>(
        Func<CancellationToken, Task<T>> work,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing was received for {timeout.TotalSeconds:0} s.", error);
        }
    }
}
