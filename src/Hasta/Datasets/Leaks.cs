namespace Hasta.Datasets;

/// <summary>Makes sure that a plan's parts share nothing that they must not share.</summary>
public static class Leaks
{
    /// <summary>Entries that the plan does not know are left out.</summary>
    /// <exception cref="SplitException">A signer or session where the protocol forbids it, or the same landmarks, stand in two parts.</exception>
    public static void Check(SplitPlan plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> parts = plan.Clips.ToDictionary(clip => clip.Clip, clip => clip.Split, StringComparer.Ordinal);
        ManifestEntry[] known = [.. entries.Where(entry => parts.ContainsKey(entry.Clip))];
        if (plan.Protocol is SplitProtocol.Signer or SplitProtocol.Session)
        {
            string what = plan.Protocol.ToString().ToLowerInvariant();
            Check(known, parts, entry => GroupSplit.GroupOf(entry, plan.Protocol), group => $"The {what} {group}", "Use another split.");
        }

        Check(known, parts, entry => entry.PoseSha256, _ => "The same recording", "Remove the copies, or correct their signers and splits in the CSV.");
    }

    private static void Check(
        IEnumerable<ManifestEntry> entries, Dictionary<string, Split> parts, Func<ManifestEntry, string?> key, Func<string?, string> name, string remedy)
    {
        foreach (var group in entries.GroupBy(key))
        {
            ManifestEntry[] firsts = [.. group.DistinctBy(entry => parts[entry.Clip])];
            if (firsts.Length > 1)
            {
                string places = string.Join(" and ", firsts.Select(entry => $"{parts[entry.Clip].ToString().ToLowerInvariant()} (as {entry.Clip})"));
                throw new SplitException($"{name(group.Key)} would stand in {places}. {remedy}");
            }
        }
    }
}
