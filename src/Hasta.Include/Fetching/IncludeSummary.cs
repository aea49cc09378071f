namespace Hasta.Include.Fetching;

/// <summary>What a download brought.</summary>
internal sealed record IncludeSummary
{
    /// <summary>Clips unpacked and verified now.</summary>
    public required int Clips { get; init; }

    /// <summary>Zips that were complete before.</summary>
    public required int ReadyBefore { get; init; }

    /// <summary>Bytes that this run was to fetch.</summary>
    public required long Bytes { get; init; }

    /// <summary>Clips of the official lists among those asked for that the server does not have, by the lists' names.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
