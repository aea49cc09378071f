using Hasta.Datasets.Fetching;
using Hasta.Include.Zip;

namespace Hasta.Include.Fetching;

/// <summary>What to fetch of one zip.</summary>
internal sealed record PlannedZip
{
    public required IncludeZip Zip { get; init; }

    public required RemoteFile File { get; init; }

    /// <summary>Single members to fetch by their position in the zip; null to fetch the whole zip.</summary>
    public IReadOnlyList<ZipMember>? Members { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone { get; init; }

    /// <summary>Bytes to fetch.</summary>
    public long Bytes => IsDone ? 0 : Members?.Sum(member => member.PackedBytes) ?? File.Bytes;

    /// <summary>Bytes of the clips on disk; videos hardly compress, so the zip's length is used.</summary>
    public long UnpackedBytes => IsDone ? 0 : Members?.Sum(member => member.Bytes) ?? File.Bytes;
}
