using Hasta.Datasets.Splits;
using Hasta.Include.Sessions;

namespace Hasta.Include;

/// <summary>One of the 4,292 clips of the official lists.</summary>
internal sealed record IncludeClip
{
    /// <summary>As the lists have it, ending in .MOV.</summary>
    public required string File { get; init; }

    /// <summary>The word as the folder writes it, without its number.</summary>
    public required string Gloss { get; init; }

    /// <summary>The recording session that <see cref="SessionFinder"/> puts it in, named by its first and last file number.</summary>
    public required string Session { get; init; }

    public required Split Official { get; init; }

    public required Split SessionDisjoint { get; init; }

    /// <summary>Null where the clip is not of INCLUDE-50.</summary>
    public Split? Official50 { get; init; }

    public IncludeName Name => IncludeName.Parse(File)!;

    /// <returns>Null where the protocol leaves the clip out.</returns>
    public Split? PartIn(IncludeProtocol protocol) => protocol switch
    {
        IncludeProtocol.Official => Official,
        IncludeProtocol.Official50 => Official50,
        IncludeProtocol.SessionDisjoint => SessionDisjoint,
        _ => Official50 is null ? null : SessionDisjoint,
    };
}
