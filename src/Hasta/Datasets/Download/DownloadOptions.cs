namespace Hasta.Datasets.Download;

/// <summary>How hard to try.</summary>
public sealed record DownloadOptions
{
    /// <summary>Requests at a time, to one server.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Tries in a row that bring nothing before giving up.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>Before the second try; doubled each time, with jitter.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A server that asks for a longer pause than this ends the download with its wish as the message.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A connection that brings fewer than <see cref="FewestBytes"/> in this time is cut and tried anew.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    public long FewestBytes { get; init; } = 64 << 10;
}
