using Hasta.Include;
using System.Globalization;
using Hasta.Landmarks;

namespace Hasta.IncludeSessions;

/// <summary>
/// Finds recording sessions from the camera's file numbers: runs of one category (<see cref="TakeSequenceFinder"/>), joined across
/// categories if the numbers continue. Who signs is not published; a session is one person on one day with one camera, or several if they
/// cannot be distinguished.
/// </summary>
internal static class SessionFinder
{
    /// <param name="files">Paths as in the lists.</param>
    /// <returns>Each file's session, named by its first and last number.</returns>
    /// <exception cref="BadFileException">A name without a camera number.</exception>
    public static IReadOnlyDictionary<string, string> Find(IReadOnlyList<string> files)
    {
        var sessions = new Dictionary<string, string>(StringComparer.Ordinal);
        List<TakeSequence> runs =
        [
            .. files.GroupBy(file => IncludeName.Parse(file)!.Category)
                .OrderBy(category => category.Key, StringComparer.Ordinal)
                .SelectMany(category => TakeSequenceFinder.Find(category.Key, [.. category])),
        ];
        JoinEnclosed(runs);
        foreach (IReadOnlyList<TakeSequence> session in TakeSequenceChains.Find(runs).SelectMany(Cut))
        {
            string name = string.Create(
                CultureInfo.InvariantCulture, $"{session.Min(run => run.First):0000}-{session.Max(run => run.Last):0000}");
            foreach (string file in session.SelectMany(run => run.Blocks).SelectMany(block => block.Files))
            {
                sessions.Add(file, name);
            }
        }

        return sessions;
    }

    /// <summary>Joins a gloss of another category that was filmed in between.</summary>
    private static void JoinEnclosed(List<TakeSequence> runs)
    {
        foreach (TakeSequence small in runs.ToArray())
        {
            if (runs.Find(run => run != small && run.Category != small.Category && run.Encloses(small)) is { } large)
            {
                large.Join(small);
                runs.Remove(small);
            }
        }
    }

    /// <summary>
    /// A chain in which glosses repeat contains two signers. It is cut between the two, where the usual number of takes changes most; if it
    /// does not change, right before the glosses repeat.
    /// </summary>
    private static IEnumerable<IReadOnlyList<TakeSequence>> Cut(IReadOnlyList<TakeSequence> chain)
    {
        var session = new List<TakeSequence>();
        foreach (TakeSequence run in chain)
        {
            int repeated = run.Glosses.Count > 1 ? session.FindLastIndex(earlier => earlier.Glosses.Overlaps(run.Glosses)) : -1;
            session.Add(run);
            if (repeated >= 0)
            {
                int cut = Enumerable.Range(repeated + 1, session.Count - repeated - 1)
                    .MaxBy(i => (Change(session[i - 1], session[i]), i));
                yield return session[..cut];
                session.RemoveRange(0, cut);
            }
        }

        yield return session;
    }

    private static double Change(TakeSequence before, TakeSequence after) =>
        before.IsInterleaved || after.IsInterleaved ? 0 : Math.Abs(before.Takes - after.Takes);
}
