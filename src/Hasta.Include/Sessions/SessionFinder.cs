using System.Globalization;
using Hasta.Landmarks;

namespace Hasta.Include.Sessions;

/// <summary>
/// Finds recording sessions by the camera's file numbers: runs of one category (<see cref="RunFinder"/>), joined across categories where the numbers go
/// on. Who signs is not published; within a session it is one person on one day, with one camera, or several where that cannot be told apart.
/// </summary>
internal static class SessionFinder
{
    /// <param name="files">Paths as the lists have them.</param>
    /// <returns>Each file's session, named by its first and last number.</returns>
    /// <exception cref="BadFileException">A name without a camera's number.</exception>
    public static IReadOnlyDictionary<string, string> Find(IReadOnlyList<string> files)
    {
        var sessions = new Dictionary<string, string>(StringComparer.Ordinal);
        List<SessionRun> runs = [.. files.GroupBy(file => IncludeName.Parse(file)!.Category).OrderBy(category => category.Key, StringComparer.Ordinal)
            .SelectMany(category => RunFinder.Find(category.Key, [.. category]))];
        JoinEnclosed(runs);
        foreach (IReadOnlyList<SessionRun> session in RunChains.Find(runs).SelectMany(Cut))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{session.Min(run => run.First):0000}-{session.Max(run => run.Last):0000}");
            foreach (string file in session.SelectMany(run => run.Blocks).SelectMany(block => block.Files))
            {
                sessions.Add(file, name);
            }
        }

        return sessions;
    }

    /// <summary>A gloss of another category that was filmed in between.</summary>
    private static void JoinEnclosed(List<SessionRun> runs)
    {
        foreach (SessionRun small in runs.ToArray())
        {
            if (runs.Find(run => run != small && run.Category != small.Category && run.Encloses(small)) is { } large)
            {
                large.Join(small);
                runs.Remove(small);
            }
        }
    }

    /// <summary>
    /// A chain in which glosses return holds two signers. It is cut between the two, where the usual number of takes changes most; where it does
    /// not, right before the glosses return.
    /// </summary>
    private static IEnumerable<IReadOnlyList<SessionRun>> Cut(IReadOnlyList<SessionRun> chain)
    {
        var session = new List<SessionRun>();
        foreach (SessionRun run in chain)
        {
            int returned = run.Glosses.Count > 1 ? session.FindLastIndex(earlier => earlier.Glosses.Overlaps(run.Glosses)) : -1;
            session.Add(run);
            if (returned >= 0)
            {
                int place = Enumerable.Range(returned + 1, session.Count - returned - 1).MaxBy(at => (Change(session[at - 1], session[at]), at));
                yield return session[..place];
                session.RemoveRange(0, place);
            }
        }

        yield return session;
    }

    private static double Change(SessionRun before, SessionRun after) =>
        before.IsInterleaved || after.IsInterleaved ? 0 : Math.Abs(before.Takes - after.Takes);
}
