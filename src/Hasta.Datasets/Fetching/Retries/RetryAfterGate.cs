namespace Hasta.Datasets.Fetching.Retries;

/// <summary>When a server asks one connection to wait, all connections wait.</summary>
internal sealed class RetryAfterGate(TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset until = DateTimeOffset.MinValue;

    public void Extend(TimeSpan pause)
    {
        lock (gate)
        {
            DateTimeOffset requested = clock.GetUtcNow() + pause;
            until = requested > until ? requested : until;
        }
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan remaining;
        lock (gate)
        {
            remaining = until - clock.GetUtcNow();
        }

        if (remaining > TimeSpan.Zero)
        {
            await Task.Delay(remaining, clock, cancellationToken);
        }
    }
}
