namespace Hasta.Training.Evaluation.Report;

/// <summary>Glosses in an order in which those that the model confuses are next to each other.</summary>
/// <param name="Glosses">All glosses that at least one clip has or was predicted as.</param>
/// <param name="Groups">Small groups of glosses that are confused with each other; most glosses are in none.</param>
internal sealed record GlossOrder(IReadOnlyList<string> Glosses, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>The minimum similarity 0..1 of adjacent glosses in a group.</summary>
    private const double MinSimilarity = 0.01;
    private const int MaxGroupSize = 10;

    /// <param name="vocabulary">The model's glosses, in the order of the probabilities.</param>
    /// <param name="predictions">One per clip; a gloss outside the vocabulary occurs only as a true gloss.</param>
    /// <param name="predicted">The most probable gloss of each clip.</param>
    internal static GlossOrder Create(
        IReadOnlyList<string> vocabulary, IReadOnlyList<ClipPrediction> predictions, IEnumerable<string> predicted)
    {
        string[] glosses = [.. predictions.Select(prediction => prediction.Gloss).Union(predicted).Order(StringComparer.Ordinal)];
        double[,] similarity = Similarity(glosses, vocabulary, predictions);
        int[] order = Chain(similarity);
        return new GlossOrder(
            [.. order.Select(i => glosses[i])],
            [.. GroupsIn(order, similarity).Select(group => (IReadOnlyList<string>)[.. group.Select(i => glosses[i])])]);
    }

    /// <summary>Each gloss is followed by the most similar one not yet placed; ties go to the first.</summary>
    private static int[] Chain(double[,] similarity)
    {
        var remaining = Enumerable.Range(0, similarity.GetLength(0)).ToList();
        var chain = new List<int>();
        while (remaining.Count > 0)
        {
            chain.Add(chain.Count == 0 ? remaining[0] : remaining.MaxBy(other => similarity[chain[^1], other]));
            remaining.Remove(chain[^1]);
        }

        return [.. chain];
    }

    /// <summary>Groups of adjacent glosses that are similar enough, limited in size.</summary>
    private static IEnumerable<List<int>> GroupsIn(int[] order, double[,] similarity)
    {
        var groups = new List<List<int>>();
        foreach (int gloss in order)
        {
            if (groups.Count > 0 && groups[^1].Count < MaxGroupSize && similarity[groups[^1][^1], gloss] >= MinSimilarity)
            {
                groups[^1].Add(gloss);
            }
            else
            {
                groups.Add([gloss]);
            }
        }

        return groups.Where(group => group.Count > 1);
    }

    /// <summary>
    /// For two glosses, the mean probability of one on clips of the other, averaged over both directions: <c>[gloss, gloss]</c>, symmetric.
    /// </summary>
    private static double[,] Similarity(string[] glosses, IReadOnlyList<string> vocabulary, IReadOnlyList<ClipPrediction> predictions)
    {
        double[,] similarity = new double[glosses.Length, glosses.Length];
        var indices = glosses.Index().ToDictionary(gloss => gloss.Item, gloss => gloss.Index, StringComparer.Ordinal);
        int[] columns = [.. vocabulary.Select(gloss => indices.GetValueOrDefault(gloss, -1))];
        foreach (var clips in predictions.GroupBy(prediction => prediction.Gloss))
        {
            int row = indices[clips.Key];
            double share = 0.5 / clips.Count();
            foreach (ClipPrediction clip in clips)
            {
                for (int i = 0; i < columns.Length; i++)
                {
                    if (columns[i] >= 0 && columns[i] != row)
                    {
                        similarity[row, columns[i]] += share * clip.Probabilities[i];
                        similarity[columns[i], row] += share * clip.Probabilities[i];
                    }
                }
            }
        }

        return similarity;
    }
}
