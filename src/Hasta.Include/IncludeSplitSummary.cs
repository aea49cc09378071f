using Hasta.Datasets.Splits;

namespace Hasta.Include;

/// <summary>What one protocol holds.</summary>
internal sealed record IncludeSplitSummary
{
    public required IncludeProtocol Protocol { get; init; }

    /// <summary>Clips of each part that are there.</summary>
    public required IReadOnlyDictionary<Split, int> Clips { get; init; }

    /// <summary>Glosses of each part, of those that the protocol has.</summary>
    public required IReadOnlyDictionary<Split, int> Glosses { get; init; }

    /// <summary>Glosses of the whole protocol.</summary>
    public required int AllGlosses { get; init; }

    /// <summary>Sessions that stand in more than one part.</summary>
    public required int SharedSessions { get; init; }

    /// <summary>Clips of the list that are not there, by the list's names.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <param name="protocol">Which list.</param>
    /// <param name="found">The clips that are there.</param>
    /// <param name="labels">Whose glosses count.</param>
    public static IncludeSplitSummary From(IncludeProtocol protocol, IReadOnlySet<IncludeClip> found, IncludeLabels labels = IncludeLabels.Original)
    {
        IncludeClip[] listed = [.. IncludeClips.All.Where(clip => LabelFixes.PartIn(clip, protocol, labels) is not null)];
        IncludeClip[] here = [.. listed.Where(found.Contains)];
        ILookup<Split, IncludeClip> parts = here.ToLookup(clip => clip.PartIn(protocol)!.Value);
        return new IncludeSplitSummary
        {
            Protocol = protocol,
            Clips = Enum.GetValues<Split>().ToDictionary(part => part, part => parts[part].Count()),
            Glosses = Enum.GetValues<Split>().ToDictionary(part => part, part => parts[part].Select(clip => LabelFixes.GlossOf(clip, labels)).Distinct().Count()),
            AllGlosses = listed.Select(clip => LabelFixes.GlossOf(clip, labels)).Distinct().Count(),
            SharedSessions = here.GroupBy(clip => clip.Session).Count(session => session.Select(clip => clip.PartIn(protocol)).Distinct().Skip(1).Any()),
            Missing = [.. listed.Where(clip => !found.Contains(clip)).Select(clip => clip.File)],
        };
    }
}
