using Hasta.Datasets;

namespace Hasta.Include.Audit;

/// <summary>What a folder of clips holds, and what is wrong with it.</summary>
internal sealed record AuditReport
{
    /// <summary>In ordinal order.</summary>
    public required IReadOnlyList<AuditedGloss> Glosses { get; init; }

    /// <summary>Clips that cannot be decoded to their end.</summary>
    public required IReadOnlyList<SkippedClip> Undecodable { get; init; }

    /// <summary>Groups of files with the same bytes.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Duplicates { get; init; }

    /// <summary>Files that are no clips, by ending in lower case.</summary>
    public IReadOnlyDictionary<string, int> NotTaken { get; init; } = new Dictionary<string, int>();

    /// <summary>Null where the folder is not INCLUDE's.</summary>
    public IncludeAudit? Include { get; init; }
}
