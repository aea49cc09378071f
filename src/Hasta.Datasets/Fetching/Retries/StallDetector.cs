
namespace Hasta.Datasets.Fetching.Retries;

/// <summary>Cancels a transfer that has gone silent, and detects one that only trickles.</summary>
internal sealed class StallDetector : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly MinRateMonitor floor;
    private readonly ITimer timer;
    private long bytes;

    public StallDetector(DownloadOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        floor = new MinRateMonitor(options.MinBytesPerSecond, options.Window, clock);
        timer = clock.CreateTimer(_ => CheckIdle(), null, options.IdleTimeout, options.IdleTimeout);
    }

    public CancellationToken Token => source.Token;

    public bool IsSilent { get; private set; }

    /// <summary>Whether a whole window has delivered less than the minimum rate.</summary>
    public bool IsSlow { get; private set; }

    public void Count(int more)
    {
        Interlocked.Add(ref bytes, more);
        IsSlow |= floor.IsBelowWith(more);
    }

    public void Dispose()
    {
        timer.Dispose();
        source.Dispose();
    }

    private void CheckIdle()
    {
        if (Interlocked.Exchange(ref bytes, 0) > 0)
        {
            return;
        }

        IsSilent = true;
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The transfer ended while the timer callback was running.
            IsSilent = false;
        }
    }
}
