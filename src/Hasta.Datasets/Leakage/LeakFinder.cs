using Hasta.Datasets.Splits;

namespace Hasta.Datasets.Leakage;

/// <summary>
/// Finds clips in different splits that are the same recording or consecutive takes. Every clip that has such a partner is in at least one
/// pair, but not every pair of many equal copies is listed, so the list never grows faster than the number of clips.
/// </summary>
internal static class LeakFinder
{
    /// <returns>Each pair once, with its most certain kind; most certain kinds first, in the clips' order.</returns>
    public static IReadOnlyList<Leak> Find(IReadOnlyList<AssignedClip> clips)
    {
        var names = clips
            .Select(clip => (Clip: clip, Name: clip.Gloss is null ? null : FileNumber.Parse(clip.Clip)))
            .Where(named => named.Name is not null)
            .ToArray();
        IEnumerable<Leak> all =
        [
            .. Equal(clips, LeakKind.SameLandmarks, clip => clip.PoseSha256),
            .. Equal(clips.Where(clip => clip.SourceFingerprint is not null), LeakKind.SameSource, clip => clip.SourceFingerprint!),
            .. Equal(
                names.Where(named => named.Name!.IsByCamera).Select(named => named.Clip),
                LeakKind.SameName,
                clip => $"{GlossKey(clip)}/{FileNumber.Parse(clip.Clip)!.Stem}"),
            .. names.GroupBy(named => SeriesKey(named.Clip, named.Name!))
                .SelectMany(series => Neighbours([.. series.Select(named => (named.Clip, named.Name!.Number))])),
        ];
        return [.. all.DistinctBy(leak => (leak.First.DataSet, leak.First.Clip, leak.Second.DataSet, leak.Second.Clip))];
    }

    /// <summary>Equal bytes are one recording regardless of the signer; equal names are not if two different signers are known.</summary>
    private static IEnumerable<Leak> Equal(IEnumerable<AssignedClip> clips, LeakKind kind, Func<AssignedClip, string> key) =>
        from copies in clips.GroupBy(key, StringComparer.Ordinal)
        let firsts = copies.DistinctBy(clip => (clip.Set, clip.DataSet, clip.Signer)).ToArray()
        where firsts.Length > 1
        from clip in copies
        let partner = firsts.FirstOrDefault(other =>
            other.Set != clip.Set && (kind != LeakKind.SameName || MayBeOnePerson(other, clip)))
        where partner is not null
        select Pair(kind, partner, clip);

    private static IEnumerable<Leak> Neighbours((AssignedClip Clip, long Number)[] takes)
    {
        ILookup<long, AssignedClip> byNumber = takes.ToLookup(take => take.Number, take => take.Clip);
        foreach ((AssignedClip clip, long number) in takes)
        {
            foreach (long neighbour in new[] { number - 1, number + 1 })
            {
                if (byNumber[neighbour].FirstOrDefault(other => other.Set != clip.Set && MayBeOnePerson(other, clip)) is { } partner)
                {
                    yield return Pair(LeakKind.NearTake, partner, clip);
                }
            }
        }
    }

    private static bool MayBeOnePerson(AssignedClip one, AssignedClip other) =>
        one.DataSet != other.DataSet || one.Signer is null || other.Signer is null || one.Signer == other.Signer;

    private static string SeriesKey(AssignedClip clip, FileNumber name) =>
        name.IsByCamera
            ? $"{GlossKey(clip)}/{name.Series}"
            : $"{GlossKey(clip)}/{name.Series}/{clip.DataSet}/{Path.GetDirectoryName(clip.Clip)}";

    /// <summary>"Good Morning", "good morning" and "goodmorning" are the same gloss.</summary>
    private static string GlossKey(AssignedClip clip) => string.Concat(clip.Gloss!.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static Leak Pair(LeakKind kind, AssignedClip one, AssignedClip other)
    {
        int order = Rank(one) == Rank(other) ? string.CompareOrdinal(one.Clip, other.Clip) : Rank(one) - Rank(other);
        return order <= 0 ? new Leak(kind, one, other) : new Leak(kind, other, one);
    }

    /// <summary>Sets with any other name, such as evaluated clips, come last.</summary>
    private static int Rank(AssignedClip clip) => SplitName.All.TakeWhile(name => name != clip.Set).Count();
}
