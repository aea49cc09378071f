namespace Hasta.Datasets;

/// <summary>The parts of a data set, and the sentence that every report prints with them.</summary>
public sealed record SplitPlan
{
    public required SplitProtocol Protocol { get; init; }

    /// <summary>What the parts share and do not share, for people.</summary>
    public required string Description { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<SplitClip> Clips { get; init; }

    /// <summary>The ids of one part's clips.</summary>
    public IReadOnlySet<string> ClipsOf(Split split) =>
        Clips.Where(clip => clip.Split == split).Select(clip => clip.Clip).ToHashSet(StringComparer.Ordinal);
}
