using Hasta.Datasets;

namespace Hasta.Include.Audit;

/// <summary>The contents of a folder of clips, and the problems found in it.</summary>
internal sealed record AuditReport
{
    /// <summary>In ordinal order.</summary>
    public required IReadOnlyList<AuditedGloss> Glosses { get; init; }

    /// <summary>Clips that cannot be decoded completely.</summary>
    public required IReadOnlyList<SkippedClip> Undecodable { get; init; }

    /// <summary>Groups of files with the same bytes.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Duplicates { get; init; }

    /// <summary>Files that are not clips, by extension in lower case.</summary>
    public IReadOnlyDictionary<string, int> NotTaken { get; init; } = new Dictionary<string, int>();

    /// <summary>Null if the folder is not INCLUDE's.</summary>
    public IncludeAudit? Include { get; init; }
}
