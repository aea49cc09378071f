using Hasta.Datasets.Fetching.Retries;

namespace Hasta.Datasets.Fetching;

/// <summary>Limits and retries of a download.</summary>
internal sealed record DownloadOptions
{
    /// <summary>Concurrent requests to one server.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Consecutive attempts without new data before giving up.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>Delay before the second attempt; doubled each time, with jitter.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>If a server requests a longer delay than this, the download ends with the requested delay in the message.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A connection without data for this long is closed and retried.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that receives less over a <see cref="Window"/> is closed; 0 for no limit.</summary>
    public int MinBytesPerSecond { get; init; } = MinRateMonitor.DefaultBytesPerSecond;

    public TimeSpan Window { get; init; } = MinRateMonitor.DefaultWindow;

    /// <summary>This many consecutive attempts that were too slow end the download.</summary>
    public int MaxSlowAttempts { get; init; } = MinRateMonitor.DefaultMaxSlowTries;

    /// <summary>The setting with the server's address, for error messages.</summary>
    public string AddressSetting { get; init; } = "--base-url";

    /// <summary>The setting for <see cref="MinBytesPerSecond"/>, for error messages.</summary>
    public string MinRateSetting { get; init; } = "--min-rate";
}
