using Hasta.Datasets.Splits;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Leakage;

/// <summary>Checks that a plan's splits do not share what they must not share.</summary>
internal static class Leaks
{
    /// <summary>Entries that are not in the plan are ignored.</summary>
    /// <returns>Near-takes in different splits: not an error, but the result will look better than it is.</returns>
    /// <exception cref="SplitException">A signer or session is in two splits although the protocol forbids it.</exception>
    /// <exception cref="LeakException">The same recording is in two splits.</exception>
    public static IReadOnlyList<Leak> Check(SplitPlan plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> splits =
            plan.Clips.ToDictionary(clip => clip.Clip, clip => SplitName.Parse(clip.Set), StringComparer.Ordinal);
        ManifestEntry[] known = [.. entries.Where(entry => splits.ContainsKey(entry.Clip))];
        if (plan.Protocol is SplitProtocol.Signer or SplitProtocol.Session)
        {
            CheckGroups(plan.Protocol, known, splits);
        }

        IReadOnlyList<Leak> leaks = LeakFinder.Find([.. known.Select(entry => AssignedClip.From(entry, splits[entry.Clip]))]);
        return leaks.Any(leak => leak.IsSameClip) ? throw new LeakException(leaks) : leaks;
    }

    private static void CheckGroups(SplitProtocol protocol, ManifestEntry[] entries, Dictionary<string, Split> splits)
    {
        foreach (var group in entries.GroupBy(entry => NameText.Fold(GroupSplit.GroupOf(entry, protocol) ?? ""), StringComparer.Ordinal))
        {
            ManifestEntry[] firsts = [.. group.DistinctBy(entry => splits[entry.Clip])];
            if (firsts.Length > 1)
            {
                string places = string.Join(" and ", firsts.Select(entry => $"{SplitName.Format(splits[entry.Clip])} (as {entry.Clip})"));
                string names = string.Join(" alias ", firsts.Select(entry => GroupSplit.GroupOf(entry, protocol)).Distinct());
                throw new SplitException($"The {protocol.ToString().ToLowerInvariant()} {names} would be in {places}. Use another split.");
            }
        }
    }
}
