namespace Hasta.Web.Live;

/// <summary>Limits the frame rate of a stream: a frame that comes earlier than the client was told waits.</summary>
internal sealed class FramePace(TimeProvider clock)
{
    public const int MaxFrameRate = 30;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.0 / MaxFrameRate);
    private long? previous;

    /// <summary>Waits for the turn of a frame that was received.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Remaining() is { Ticks: > 0 } early)
        {
            await Task.Delay(early, clock, cancellationToken);
        }

        previous = clock.GetTimestamp();
    }

    /// <returns>The pause in milliseconds before the next frame.</returns>
    public int NextAfterMs() => (int)Math.Max(0, Remaining().TotalMilliseconds);

    private TimeSpan Remaining() => previous is { } start ? Interval - clock.GetElapsedTime(start) : TimeSpan.Zero;
}
