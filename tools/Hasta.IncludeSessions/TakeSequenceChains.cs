
namespace Hasta.IncludeSessions;

/// <summary>Joins runs of different categories if one camera's numbers continue from one to the other.</summary>
internal static class TakeSequenceChains
{
    public static IEnumerable<IReadOnlyList<TakeSequence>> Find(IReadOnlyList<TakeSequence> runs)
    {
        var next = new Dictionary<TakeSequence, TakeSequence>();
        var previous = new Dictionary<TakeSequence, TakeSequence>();
        var candidates = Candidates(runs).OrderBy(pair => Math.Abs(pair.Step)).ThenBy(pair => pair.Before.First);
        foreach ((TakeSequence before, TakeSequence after, int _) in candidates)
        {
            if (!next.ContainsKey(before) && !previous.ContainsKey(after) && !Reaches(next, after, before))
            {
                next.Add(before, after);
                previous.Add(after, before);
            }
        }

        return runs.Where(run => !previous.ContainsKey(run)).OrderBy(run => run.First).Select(run => From(run, next));
    }

    /// <summary>
    /// Pairs that may follow one another; numbers may overlap only if cameras cannot be distinguished anyway. <see cref="Find"/> joins the
    /// nearest follower first.
    /// </summary>
    private static IEnumerable<(TakeSequence Before, TakeSequence After, int Step)> Candidates(IReadOnlyList<TakeSequence> runs) =>
        from before in runs
        from after in runs
        where before.Category != after.Category && before.First < after.First
        let step = after.First - before.Last
        where step <= TakeSequenceFinder.MaxGap
            && (step > 0 || (step >= -TakeSequenceFinder.MaxGap && (before.IsInterleaved || after.IsInterleaved)))
        select (before, after, step);

    private static bool Reaches(Dictionary<TakeSequence, TakeSequence> next, TakeSequence from, TakeSequence to) =>
        From(from, next).Contains(to);

    private static List<TakeSequence> From(TakeSequence run, Dictionary<TakeSequence, TakeSequence> next)
    {
        var chain = new List<TakeSequence> { run };
        while (next.TryGetValue(chain[^1], out TakeSequence? following))
        {
            chain.Add(following);
        }

        return chain;
    }
}
