using Hasta.Include;
using Hasta.Datasets.Splits;

namespace Hasta.IncludeSessions;

/// <summary>
/// Assigns whole sessions to splits: training has every gloss, test and validation have as many glosses as possible, and their sizes are
/// close to the official ones, for INCLUDE and for INCLUDE-50 at once. A seeded local search from many starts: the same clips always
/// produce the same splits.
/// </summary>
internal sealed class SessionAssignment
{
    private const int Starts = 400;
    private const int Seed = 1;
    private const double MissingInTrainingPenalty = 1000;
    private const double MissingInTestPenalty = 20;
    private const double MissingInValidationPenalty = 2;
    private const double TotalShareWeight = 1000;
    private const double GlossShareWeight = 10;
    private static readonly Split[] AllSplits = Enum.GetValues<Split>();

    private readonly string[] sessions;
    private readonly SessionCounts[] sets;

    public SessionAssignment(IReadOnlyList<IncludeClip> clips)
    {
        sessions = [.. clips.Select(clip => clip.Session).Distinct().Order(StringComparer.Ordinal)];
        sets =
        [
            new SessionCounts(sessions, clips, clip => clip.Official),
            new SessionCounts(sessions, [.. clips.Where(clip => clip.Official50 is not null)], clip => clip.Official50!.Value),
        ];
    }

    public Dictionary<string, Split> Best()
    {
        var random = new Random(Seed);
        Split[] best = Enumerable.Range(0, Starts).Select(_ => Descend(random)).MinBy(Cost)!;
        return sessions.Index().ToDictionary(session => session.Item, session => best[session.Index], StringComparer.Ordinal);
    }

    /// <summary>Moves one session, or swaps two, as long as that lowers the cost.</summary>
    private Split[] Descend(Random random)
    {
        Split[] assignment = [.. sessions.Select(_ => AllSplits[random.Next(AllSplits.Length)])];
        double cost = Cost(assignment);
        for (double before = double.PositiveInfinity; cost < before;)
        {
            before = cost;
            for (int i = 0; i < assignment.Length; i++)
            {
                cost = Math.Min(TryMoves(assignment, i, cost), cost);
                cost = Math.Min(TrySwaps(assignment, i, cost), cost);
            }
        }

        return assignment;
    }

    private double TryMoves(Split[] assignment, int session, double cost)
    {
        foreach (Split split in AllSplits)
        {
            Split old = assignment[session];
            assignment[session] = split;
            double now = Cost(assignment);
            assignment[session] = now < cost ? split : old;
            cost = Math.Min(now, cost);
        }

        return cost;
    }

    private double TrySwaps(Split[] assignment, int session, double cost)
    {
        for (int other = 0; other < session; other++)
        {
            (assignment[session], assignment[other]) = (assignment[other], assignment[session]);
            double now = Cost(assignment);
            if (now < cost)
            {
                cost = now;
            }
            else
            {
                (assignment[session], assignment[other]) = (assignment[other], assignment[session]);
            }
        }

        return cost;
    }

    private double Cost(Split[] assignment) => sets.Sum(set => CostOf(set, assignment));

    private static double CostOf(SessionCounts set, Split[] assignment)
    {
        double cost = 0;
        Span<int> all = stackalloc int[AllSplits.Length];
        foreach (ReadOnlySpan<int> gloss in set.Glosses(assignment))
        {
            int clips = gloss[0] + gloss[1] + gloss[2];
            cost += gloss[(int)Split.Train] == 0 ? MissingInTrainingPenalty : 0;
            cost += gloss[(int)Split.Test] == 0 ? MissingInTestPenalty : 0;
            cost += gloss[(int)Split.Validation] == 0 ? MissingInValidationPenalty : 0;
            cost += GlossShareWeight
                * (Square(((double)gloss[(int)Split.Test] / clips) - set.Test)
                    + Square(((double)gloss[(int)Split.Validation] / clips) - set.Validation));
            for (int split = 0; split < all.Length; split++)
            {
                all[split] += gloss[split];
            }
        }

        double total = all[0] + all[1] + all[2];
        return cost
            + (TotalShareWeight
                * (Math.Abs((all[(int)Split.Test] / total) - set.Test)
                    + Math.Abs((all[(int)Split.Validation] / total) - set.Validation)));
    }

    private static double Square(double value) => value * value;
}
