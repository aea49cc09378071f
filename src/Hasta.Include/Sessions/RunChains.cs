namespace Hasta.Include.Sessions;

/// <summary>Joins runs of different categories if one camera's numbers continue from one to the other.</summary>
internal static class RunChains
{
    public static IEnumerable<IReadOnlyList<SessionRun>> Find(IReadOnlyList<SessionRun> runs)
    {
        var next = new Dictionary<SessionRun, SessionRun>();
        var previous = new Dictionary<SessionRun, SessionRun>();
        var candidates = Candidates(runs).OrderBy(pair => Math.Abs(pair.Step)).ThenBy(pair => pair.Before.First);
        foreach ((SessionRun before, SessionRun after, int _) in candidates)
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
    private static IEnumerable<(SessionRun Before, SessionRun After, int Step)> Candidates(IReadOnlyList<SessionRun> runs) =>
        from before in runs
        from after in runs
        where before.Category != after.Category && before.First < after.First
        let step = after.First - before.Last
        where step <= RunFinder.MaxGap && (step > 0 || (step >= -RunFinder.MaxGap && (before.IsInterleaved || after.IsInterleaved)))
        select (before, after, step);

    private static bool Reaches(Dictionary<SessionRun, SessionRun> next, SessionRun from, SessionRun to) => From(from, next).Contains(to);

    private static List<SessionRun> From(SessionRun run, Dictionary<SessionRun, SessionRun> next)
    {
        var chain = new List<SessionRun> { run };
        while (next.TryGetValue(chain[^1], out SessionRun? following))
        {
            chain.Add(following);
        }

        return chain;
    }
}
