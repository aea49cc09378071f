using Hasta.Datasets.Splits;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Leakage;

/// <summary>Makes sure that a plan's parts share nothing that they must not share.</summary>
internal static class Leaks
{
    /// <summary>Entries that the plan does not know are left out.</summary>
    /// <returns>Near-takes in different parts: no reason to stop, but the result will look better than it is.</returns>
    /// <exception cref="SplitException">A signer or session where the protocol forbids it stands in two parts.</exception>
    /// <exception cref="LeakException">The same recording stands in two parts.</exception>
    public static IReadOnlyList<Leak> Check(SplitPlan plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> parts = plan.Clips.ToDictionary(clip => clip.Clip, clip => SplitName.Parse(clip.Set), StringComparer.Ordinal);
        ManifestEntry[] known = [.. entries.Where(entry => parts.ContainsKey(entry.Clip))];
        if (plan.Protocol is SplitProtocol.Signer or SplitProtocol.Session)
        {
            CheckGroups(plan.Protocol, known, parts);
        }

        IReadOnlyList<Leak> leaks = LeakFinder.Find([.. known.Select(entry => AssignedClip.From(entry, parts[entry.Clip]))]);
        return leaks.Any(leak => leak.IsSameClip) ? throw new LeakException(leaks) : leaks;
    }

    private static void CheckGroups(SplitProtocol protocol, ManifestEntry[] entries, Dictionary<string, Split> parts)
    {
        foreach (var group in entries.GroupBy(entry => NameText.Fold(GroupSplit.GroupOf(entry, protocol) ?? ""), StringComparer.Ordinal))
        {
            ManifestEntry[] firsts = [.. group.DistinctBy(entry => parts[entry.Clip])];
            if (firsts.Length > 1)
            {
                string places = string.Join(" and ", firsts.Select(entry => $"{SplitName.Format(parts[entry.Clip])} (as {entry.Clip})"));
                string names = string.Join(" alias ", firsts.Select(entry => GroupSplit.GroupOf(entry, protocol)).Distinct());
                throw new SplitException($"The {protocol.ToString().ToLowerInvariant()} {names} would stand in {places}. Use another split.");
            }
        }
    }
}
