using Hasta.Datasets.Fetching;

namespace Hasta.Include.Download;

/// <summary>How hard to try.</summary>
internal sealed record DownloadOptions
{
    /// <summary>Requests at a time, to one server.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Tries in a row that bring nothing before giving up.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>Before the second try; doubled each time, with jitter.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A server that asks for a longer pause than this ends the download with its wish as the message.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A connection that brings nothing for so long is cut and tried again.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that brings less over a <see cref="Window"/> is cut; 0 waits for ever.</summary>
    public int MinBytesPerSecond { get; init; } = RateFloor.DefaultBytesPerSecond;

    public TimeSpan Window { get; init; } = RateFloor.DefaultWindow;

    /// <summary>So many tries in a row that were too slow end the download.</summary>
    public int MaxSlowTries { get; init; } = RateFloor.DefaultMaxSlowTries;
}
