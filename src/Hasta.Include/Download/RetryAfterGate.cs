namespace Hasta.Include.Download;

/// <summary>When a server asks one connection to wait, all wait.</summary>
internal sealed class RetryAfterGate(TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset until = DateTimeOffset.MinValue;

    public void Ask(TimeSpan pause)
    {
        lock (gate)
        {
            DateTimeOffset asked = clock.GetUtcNow() + pause;
            until = asked > until ? asked : until;
        }
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan left;
        lock (gate)
        {
            left = until - clock.GetUtcNow();
        }

        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellationToken);
        }
    }
}
