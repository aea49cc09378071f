namespace Hasta.Datasets.Fetching.Retries;

/// <summary>Detects a transfer that only trickles: it delivers some data, but less than a minimum rate over each time window.</summary>
/// <param name="minBytesPerSecond">The minimum rate; 0 for none.</param>
/// <param name="window">How long to measure before judging.</param>
/// <param name="clock">The time source.</param>
internal sealed class MinRateMonitor(int minBytesPerSecond, TimeSpan window, TimeProvider clock)
{
    /// <summary>The default minimum rate.</summary>
    public const int DefaultBytesPerSecond = 1024;

    /// <summary>After this many slow transfers in a row, the cause is the server or the network and not a single connection.</summary>
    public const int DefaultMaxSlowTries = 2;

    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    private long windowStart = clock.GetTimestamp();
    private long bytes;

    /// <param name="count">Number of bytes just received.</param>
    /// <returns>Whether a whole window has passed and delivered too little.</returns>
    public bool IsBelowWith(int count)
    {
        bytes += count;
        TimeSpan elapsed = clock.GetElapsedTime(windowStart);
        if (elapsed < window)
        {
            return false;
        }

        bool isBelow = bytes < minBytesPerSecond * elapsed.TotalSeconds;
        (windowStart, bytes) = (clock.GetTimestamp(), 0);
        return isBelow;
    }
}
