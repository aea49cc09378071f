namespace Hasta.Evaluation;

/// <summary>Glosses in an order in which those that the model mixes up stand beside each other.</summary>
/// <param name="Glosses">All glosses that some clip carries or was called by.</param>
/// <param name="Groups">Those that it mixes up among themselves, a few each; most glosses stand in none.</param>
public sealed record GlossOrder(IReadOnlyList<string> Glosses, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>What two glosses of a group must share of each other's probability, on average 0..1.</summary>
    private const double LeastLikeness = 0.01;
    private const int LargestGroup = 10;

    /// <param name="vocabulary">The model's glosses, in the order of the probabilities.</param>
    /// <param name="predictions">One a clip; a gloss outside the vocabulary is only ever a true one.</param>
    /// <param name="called">The most probable gloss of each.</param>
    internal static GlossOrder Of(IReadOnlyList<string> vocabulary, IReadOnlyList<ClipPrediction> predictions, IEnumerable<string> called)
    {
        string[] glosses = [.. predictions.Select(prediction => prediction.Gloss).Union(called).Order(StringComparer.Ordinal)];
        double[,] likeness = Likeness(glosses, vocabulary, predictions);
        GlossCluster[] clusters = [.. AverageLinkage.Merge(likeness)];
        return new GlossOrder(
            [.. clusters[^1].Members.Select(i => glosses[i])],
            [.. GroupsIn(clusters[^1]).Select(group => (IReadOnlyList<string>)[.. group.Members.Select(i => glosses[i])])]);
    }

    /// <summary>Of two glosses: how much probability the one's clips give to the other, mean of both directions. <c>[gloss, gloss]</c>, symmetric.</summary>
    private static double[,] Likeness(string[] glosses, IReadOnlyList<string> vocabulary, IReadOnlyList<ClipPrediction> predictions)
    {
        double[,] likeness = new double[glosses.Length, glosses.Length];
        var places = glosses.Index().ToDictionary(gloss => gloss.Item, gloss => gloss.Index, StringComparer.Ordinal);
        int[] columns = [.. vocabulary.Select(gloss => places.GetValueOrDefault(gloss, -1))];
        foreach (var clips in predictions.GroupBy(prediction => prediction.Gloss))
        {
            int row = places[clips.Key];
            double share = 0.5 / clips.Count();
            foreach (ClipPrediction clip in clips)
            {
                for (int i = 0; i < columns.Length; i++)
                {
                    if (columns[i] >= 0 && columns[i] != row)
                    {
                        likeness[row, columns[i]] += share * clip.Probabilities[i];
                        likeness[columns[i], row] += share * clip.Probabilities[i];
                    }
                }
            }
        }

        return likeness;
    }

    /// <summary>The largest clusters that are small and alike enough all the way down.</summary>
    private static IEnumerable<GlossCluster> GroupsIn(GlossCluster root)
    {
        var waiting = new Stack<GlossCluster>([root]);
        while (waiting.TryPop(out GlossCluster? cluster))
        {
            if (cluster.Members.Count > 1 && cluster.Members.Count <= LargestGroup && cluster.Likeness >= LeastLikeness)
            {
                yield return cluster;
            }
            else if (cluster.Parts is var (one, other))
            {
                waiting.Push(other);
                waiting.Push(one);
            }
        }
    }
}
