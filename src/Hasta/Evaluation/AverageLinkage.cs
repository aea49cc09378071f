namespace Hasta.Evaluation;

/// <summary>
/// Hierarchical clustering by average linkage (UPGMA), with the nearest-neighbour chain (Murtagh 1983), in time that grows with the square of the items. At
/// each merge the two parts are turned so that the ends that meet are most alike.
/// </summary>
internal static class AverageLinkage
{
    /// <param name="likeness"><c>[item, item]</c>, symmetric, at least one item; its values are overwritten.</param>
    /// <returns>Every cluster that was made of two; the last holds all items. A single item is one cluster.</returns>
    public static IReadOnlyList<GlossCluster> Merge(double[,] likeness)
    {
        int count = likeness.GetLength(0);
        double[,] ends = (double[,])likeness.Clone();
        GlossCluster?[] clusters = [.. Enumerable.Range(0, count).Select(i => new GlossCluster([i], double.PositiveInfinity, null))];
        var merged = new List<GlossCluster>(count);
        var chain = new List<int>(count);
        while (merged.Count < count - 1)
        {
            (int one, int other) = FindPair(likeness, clusters, chain);
            GlossCluster cluster = Join(clusters[one]!, clusters[other]!, likeness[one, other], ends);
            Average(likeness, clusters, one, other);
            (clusters[one], clusters[other]) = (cluster, null);
            merged.Add(cluster);
        }

        return merged.Count > 0 ? merged : [clusters[0]!];
    }

    /// <summary>Goes from each cluster to the one most like it until two are each other's.</summary>
    private static (int One, int Other) FindPair(double[,] likeness, GlossCluster?[] clusters, List<int> chain)
    {
        if (chain.Count == 0)
        {
            chain.Add(Array.FindIndex(clusters, cluster => cluster is not null));
        }

        while (true)
        {
            int last = chain[^1];
            int before = chain.Count > 1 ? chain[^2] : -1;
            int nearest = Nearest(likeness, clusters, last, before);
            if (nearest == before)
            {
                chain.RemoveRange(chain.Count - 2, 2);
                return (Math.Min(last, before), Math.Max(last, before));
            }

            chain.Add(nearest);
        }
    }

    /// <summary>Of equals the one before in the chain, else the first: so the chain comes to an end.</summary>
    private static int Nearest(double[,] likeness, GlossCluster?[] clusters, int of, int before)
    {
        int nearest = before;
        for (int i = 0; i < clusters.Length; i++)
        {
            if (clusters[i] is not null && i != of && (nearest < 0 || likeness[of, i] > likeness[of, nearest]))
            {
                nearest = i;
            }
        }

        return nearest;
    }

    /// <summary>Row and column <paramref name="one"/> become those of the merged cluster.</summary>
    private static void Average(double[,] likeness, GlossCluster?[] clusters, int one, int other)
    {
        (double first, double second) = (clusters[one]!.Members.Count, clusters[other]!.Members.Count);
        for (int i = 0; i < clusters.Length; i++)
        {
            likeness[one, i] = ((first * likeness[one, i]) + (second * likeness[other, i])) / (first + second);
            likeness[i, one] = likeness[one, i];
        }
    }

    private static GlossCluster Join(GlossCluster one, GlossCluster other, double likeness, double[,] ends)
    {
        (IEnumerable<int> Left, IEnumerable<int> Right, double Meeting)[] turns =
        [
            (one.Members, other.Members, ends[one.Members[^1], other.Members[0]]),
            (one.Members, other.Members.Reverse(), ends[one.Members[^1], other.Members[^1]]),
            (one.Members.Reverse(), other.Members, ends[one.Members[0], other.Members[0]]),
            (one.Members.Reverse(), other.Members.Reverse(), ends[one.Members[0], other.Members[^1]]),
        ];
        var best = turns.MaxBy(turn => turn.Meeting);
        return new GlossCluster([.. best.Left, .. best.Right], likeness, (one, other));
    }
}
