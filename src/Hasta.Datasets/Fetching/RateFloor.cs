namespace Hasta.Datasets.Fetching;

/// <summary>Tells a transfer that drips: one that brings something now and then, but over each window of time less than a floor.</summary>
/// <param name="minBytesPerSecond">The floor; 0 for none.</param>
/// <param name="window">So long is looked at before it is judged.</param>
/// <param name="clock">The time.</param>
internal sealed class RateFloor(int minBytesPerSecond, TimeSpan window, TimeProvider clock)
{
    /// <summary>The floor where nobody sets another.</summary>
    public const int DefaultBytesPerSecond = 1024;

    /// <summary>So many transfers below the floor in a row, then it is the server or the network and not one connection.</summary>
    public const int DefaultMaxSlowTries = 2;

    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    private long since = clock.GetTimestamp();
    private long bytes;

    /// <param name="more">Bytes that have just come.</param>
    /// <returns>Whether a whole window has passed and brought too little.</returns>
    public bool IsBelowWith(int more)
    {
        bytes += more;
        TimeSpan elapsed = clock.GetElapsedTime(since);
        if (elapsed < window)
        {
            return false;
        }

        bool isBelow = bytes < minBytesPerSecond * elapsed.TotalSeconds;
        (since, bytes) = (clock.GetTimestamp(), 0);
        return isBelow;
    }
}
