namespace Hasta.Include.Fetching;

/// <summary>What to download, and where to.</summary>
internal sealed record IncludeRequest
{
    public required string Folder { get; init; }

    public required IncludeSelection Selection { get; init; }

    /// <summary>Keep the zips below <c>zips/</c>.</summary>
    public bool KeepZips { get; init; }
}
