using Hasta.Datasets.Splits;

namespace Hasta.Include;

/// <summary>The contents of one protocol.</summary>
internal sealed record IncludeSplitSummary
{
    public required IncludeProtocol Protocol { get; init; }

    /// <summary>Clips found, by split.</summary>
    public required IReadOnlyDictionary<Split, int> Clips { get; init; }

    /// <summary>Glosses found, by split, of those that the protocol has.</summary>
    public required IReadOnlyDictionary<Split, int> Glosses { get; init; }

    /// <summary>Glosses of the whole protocol.</summary>
    public required int AllGlosses { get; init; }

    /// <summary>Sessions that are in more than one split.</summary>
    public required int SharedSessions { get; init; }

    /// <summary>Clips of the list that were not found, by their names in the list.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <param name="protocol">The protocol.</param>
    /// <param name="found">The clips found.</param>
    /// <param name="labels">Which glosses apply.</param>
    public static IncludeSplitSummary From(
        IncludeProtocol protocol, IReadOnlySet<IncludeClip> found, IncludeLabels labels = IncludeLabels.Original)
    {
        IncludeClip[] listed = [.. IncludeClips.All.Where(clip => GlossCorrections.PartIn(clip, protocol, labels) is not null)];
        IncludeClip[] here = [.. listed.Where(found.Contains)];
        ILookup<Split, IncludeClip> splits = here.ToLookup(clip => clip.SplitIn(protocol)!.Value);
        return new IncludeSplitSummary
        {
            Protocol = protocol,
            Clips = Enum.GetValues<Split>().ToDictionary(split => split, split => splits[split].Count()),
            Glosses = Enum.GetValues<Split>().ToDictionary(
                split => split, split => splits[split].Select(clip => GlossCorrections.GlossOf(clip, labels)).Distinct().Count()),
            AllGlosses = listed.Select(clip => GlossCorrections.GlossOf(clip, labels)).Distinct().Count(),
            SharedSessions = here.GroupBy(clip => clip.Session)
                .Count(session => session.Select(clip => clip.SplitIn(protocol)).Distinct().Skip(1).Any()),
            Missing = [.. listed.Where(clip => !found.Contains(clip)).Select(clip => clip.File)],
        };
    }
}
