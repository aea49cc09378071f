namespace Hasta.Include.Fetching;

/// <summary>The result of a download.</summary>
internal sealed record IncludeSummary
{
    /// <summary>Clips unpacked and verified by this invocation.</summary>
    public required int Clips { get; init; }

    /// <summary>Zips that were already complete.</summary>
    public required int ReadyBefore { get; init; }

    /// <summary>Bytes that this invocation had to fetch.</summary>
    public required long Bytes { get; init; }

    /// <summary>Requested clips of the official lists that the server does not have, by their names in the lists.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
