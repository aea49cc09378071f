using Hasta.Datasets.Fetching;

namespace Hasta.Include.Download;

/// <summary>Cancels a transfer that has fallen silent, and tells one that drips.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly CancellationTokenSource cancellation;
    private readonly RateFloor floor;
    private readonly ITimer timer;
    private long bytes;

    public StallWatch(DownloadOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        floor = new RateFloor(options.MinBytesPerSecond, options.Window, clock);
        timer = clock.CreateTimer(_ => Look(), null, options.Silence, options.Silence);
    }

    public CancellationToken Token => cancellation.Token;

    public bool IsSilent { get; private set; }

    /// <summary>Whether a whole window has brought less than the floor.</summary>
    public bool IsSlow { get; private set; }

    public void Count(int more)
    {
        Interlocked.Add(ref bytes, more);
        IsSlow |= floor.IsBelowWith(more);
    }

    public void Dispose()
    {
        timer.Dispose();
        cancellation.Dispose();
    }

    private void Look()
    {
        if (Interlocked.Exchange(ref bytes, 0) > 0)
        {
            return;
        }

        IsSilent = true;
        try
        {
            cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The transfer ended while the timer was looking.
            IsSilent = false;
        }
    }
}
