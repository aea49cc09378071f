using Hasta.Include.Download;
using Hasta.Include.Zip;

namespace Hasta.Include.Fetching;

/// <summary>What is to be fetched of one zip.</summary>
internal sealed record PlannedZip
{
    public required IncludeZip Zip { get; init; }

    public required RemoteFile File { get; init; }

    /// <summary>Single members to fetch by their place in the zip; null to fetch the whole zip.</summary>
    public IReadOnlyList<ZipMember>? Members { get; init; }

    /// <summary>Nothing is left to do.</summary>
    public bool IsDone { get; init; }

    /// <summary>To fetch.</summary>
    public long Bytes => IsDone ? 0 : Members?.Sum(member => member.PackedBytes) ?? File.Bytes;

    /// <summary>Of clips on disk; videos hardly pack, so a zip's length tells.</summary>
    public long UnpackedBytes => IsDone ? 0 : Members?.Sum(member => member.Bytes) ?? File.Bytes;
}
