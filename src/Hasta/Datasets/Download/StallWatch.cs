namespace Hasta.Datasets.Download;

/// <summary>Cancels a transfer that brings next to nothing for a whole window of time.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly DownloadOptions options;
    private readonly CancellationTokenSource cancellation;
    private readonly ITimer timer;
    private long bytes;

    public StallWatch(DownloadOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        this.options = options;
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer = clock.CreateTimer(_ => Look(), null, options.Window, options.Window);
    }

    public CancellationToken Token => cancellation.Token;

    public bool IsStalled { get; private set; }

    public void Count(int more) => Interlocked.Add(ref bytes, more);

    public void Dispose()
    {
        timer.Dispose();
        cancellation.Dispose();
    }

    private void Look()
    {
        if (Interlocked.Exchange(ref bytes, 0) >= options.FewestBytes)
        {
            return;
        }

        IsStalled = true;
        try
        {
            cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The transfer ended while the timer was looking.
            IsStalled = false;
        }
    }
}
