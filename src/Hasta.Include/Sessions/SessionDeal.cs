using Hasta.Datasets.Splits;

namespace Hasta.Include.Sessions;

/// <summary>
/// Deals whole sessions to the parts: training has every gloss, the test and validation have as many glosses as they can, and their sizes come near the
/// official ones, for INCLUDE and for INCLUDE-50 at once. A seeded descent from many starts: the same clips always give the same parts.
/// </summary>
internal sealed class SessionDeal
{
    private const int Starts = 400;
    private const int Seed = 1;
    private const double WithoutTraining = 1000;
    private const double WithoutTest = 20;
    private const double WithoutValidation = 2;
    private const double ShareOfAll = 1000;
    private const double ShareOfGloss = 10;
    private static readonly Split[] Parts = Enum.GetValues<Split>();

    private readonly string[] sessions;
    private readonly SessionCounts[] sets;

    public SessionDeal(IReadOnlyList<IncludeClip> clips)
    {
        sessions = [.. clips.Select(clip => clip.Session).Distinct().Order(StringComparer.Ordinal)];
        sets = [new SessionCounts(sessions, clips, clip => clip.Official), new SessionCounts(sessions, [.. clips.Where(clip => clip.Official50 is not null)], clip => clip.Official50!.Value)];
    }

    public Dictionary<string, Split> Best()
    {
        var random = new Random(Seed);
        Split[] best = Enumerable.Range(0, Starts).Select(_ => Descend(random)).MinBy(Cost)!;
        return sessions.Index().ToDictionary(session => session.Item, session => best[session.Index], StringComparer.Ordinal);
    }

    /// <summary>Moves one session, or swaps two, as long as that helps.</summary>
    private Split[] Descend(Random random)
    {
        Split[] deal = [.. sessions.Select(_ => Parts[random.Next(Parts.Length)])];
        double cost = Cost(deal);
        for (double before = double.PositiveInfinity; cost < before;)
        {
            before = cost;
            for (int i = 0; i < deal.Length; i++)
            {
                cost = Math.Min(TryMoves(deal, i, cost), cost);
                cost = Math.Min(TrySwaps(deal, i, cost), cost);
            }
        }

        return deal;
    }

    private double TryMoves(Split[] deal, int session, double cost)
    {
        foreach (Split part in Parts)
        {
            Split old = deal[session];
            deal[session] = part;
            double now = Cost(deal);
            deal[session] = now < cost ? part : old;
            cost = Math.Min(now, cost);
        }

        return cost;
    }

    private double TrySwaps(Split[] deal, int session, double cost)
    {
        for (int other = 0; other < session; other++)
        {
            (deal[session], deal[other]) = (deal[other], deal[session]);
            double now = Cost(deal);
            if (now < cost)
            {
                cost = now;
            }
            else
            {
                (deal[session], deal[other]) = (deal[other], deal[session]);
            }
        }

        return cost;
    }

    private double Cost(Split[] deal) => sets.Sum(set => CostOf(set, deal));

    private static double CostOf(SessionCounts set, Split[] deal)
    {
        double cost = 0;
        Span<int> all = stackalloc int[Parts.Length];
        foreach (ReadOnlySpan<int> gloss in set.Glosses(deal))
        {
            int clips = gloss[0] + gloss[1] + gloss[2];
            cost += gloss[(int)Split.Train] == 0 ? WithoutTraining : 0;
            cost += gloss[(int)Split.Test] == 0 ? WithoutTest : 0;
            cost += gloss[(int)Split.Validation] == 0 ? WithoutValidation : 0;
            cost += ShareOfGloss * (Square(((double)gloss[(int)Split.Test] / clips) - set.Test) + Square(((double)gloss[(int)Split.Validation] / clips) - set.Validation));
            for (int part = 0; part < all.Length; part++)
            {
                all[part] += gloss[part];
            }
        }

        double total = all[0] + all[1] + all[2];
        return cost + (ShareOfAll * (Math.Abs((all[(int)Split.Test] / total) - set.Test) + Math.Abs((all[(int)Split.Validation] / total) - set.Validation)));
    }

    private static double Square(double value) => value * value;
}
