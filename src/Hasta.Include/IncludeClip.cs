using Hasta.Datasets.Splits;

namespace Hasta.Include;

/// <summary>One of the 4,292 clips in the official lists.</summary>
internal sealed record IncludeClip
{
    /// <summary>The name in the lists, ending in .MOV.</summary>
    public required string File { get; init; }

    /// <summary>The gloss as spelled in the folder name, without its number.</summary>
    public required string Gloss { get; init; }

    /// <summary>The recording session found by tools/Hasta.IncludeSessions, named by its first and last file number.</summary>
    public required string Session { get; init; }

    public required Split Official { get; init; }

    public required Split SessionDisjoint { get; init; }

    /// <summary>Null if the clip is not in INCLUDE-50.</summary>
    public Split? Official50 { get; init; }

    public IncludeName Name => IncludeName.Parse(File)!;

    /// <returns>Null if the protocol leaves the clip out.</returns>
    public Split? SplitIn(IncludeProtocol protocol) => protocol switch
    {
        IncludeProtocol.Official => Official,
        IncludeProtocol.Official50 => Official50,
        IncludeProtocol.SessionDisjoint => SessionDisjoint,
        _ => Official50 is null ? null : SessionDisjoint,
    };
}
