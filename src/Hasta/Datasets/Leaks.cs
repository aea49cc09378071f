namespace Hasta.Datasets;

/// <summary>Makes sure that a plan's parts share nothing that they must not share.</summary>
public static class Leaks
{
    /// <exception cref="SplitException">A signer or session where the protocol forbids it, or the same landmarks, stand in two parts.</exception>
    public static void Check(SplitPlan plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> parts = plan.Clips.ToDictionary(clip => clip.Clip, clip => clip.Split, StringComparer.Ordinal);
        if (plan.Protocol is SplitProtocol.Signer or SplitProtocol.Session)
        {
            Check(entries, parts, entry => GroupSplit.GroupOf(entry, plan.Protocol)!, plan.Protocol.ToString());
        }

        Check(entries, parts, entry => entry.PoseSha256, "clip (the same landmarks twice)");
    }

    private static void Check(IReadOnlyList<ManifestEntry> entries, Dictionary<string, Split> parts, Func<ManifestEntry, string> key, string what)
    {
        var shared = entries.GroupBy(key).FirstOrDefault(group => group.Select(entry => parts[entry.Clip]).Distinct().Count() > 1);
        if (shared is not null)
        {
            string clips = string.Join(", ", shared.Take(3).Select(entry => entry.Clip));
            throw new SplitException($"{what} {shared.Key} would stand in two parts of the split ({clips} ...). Remove the copies or correct the CSV.");
        }
    }
}
