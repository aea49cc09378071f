namespace Hasta.Training.Evaluation.Report;

/// <summary>Glosses in an order in which those that the model mixes up stand beside each other.</summary>
/// <param name="Glosses">All glosses that some clip carries or was called by.</param>
/// <param name="Groups">Those that it mixes up among themselves, a few each; most glosses stand in none.</param>
internal sealed record GlossOrder(IReadOnlyList<string> Glosses, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>What two neighbours in a group must share of each other's probability, on average 0..1.</summary>
    private const double MinSimilarity = 0.01;
    private const int MaxGroupSize = 10;

    /// <param name="vocabulary">The model's glosses, in the order of the probabilities.</param>
    /// <param name="predictions">One per clip; a gloss outside the vocabulary is only ever a true one.</param>
    /// <param name="called">The most probable gloss of each.</param>
    internal static GlossOrder Create(IReadOnlyList<string> vocabulary, IReadOnlyList<ClipPrediction> predictions, IEnumerable<string> called)
    {
        string[] glosses = [.. predictions.Select(prediction => prediction.Gloss).Union(called).Order(StringComparer.Ordinal)];
        double[,] likeness = Likeness(glosses, vocabulary, predictions);
        int[] order = Chain(likeness);
        return new GlossOrder([.. order.Select(i => glosses[i])], [.. GroupsIn(order, likeness).Select(group => (IReadOnlyList<string>)[.. group.Select(i => glosses[i])])]);
    }

    /// <summary>Each gloss is followed by the one most like it of those that have no place yet, else by the first of these.</summary>
    private static int[] Chain(double[,] likeness)
    {
        var left = Enumerable.Range(0, likeness.GetLength(0)).ToList();
        var chain = new List<int>();
        while (left.Count > 0)
        {
            chain.Add(chain.Count == 0 ? left[0] : left.MaxBy(other => likeness[chain[^1], other]));
            left.Remove(chain[^1]);
        }

        return [.. chain];
    }

    /// <summary>Neighbours that are alike enough, a few at a time.</summary>
    private static IEnumerable<List<int>> GroupsIn(int[] order, double[,] likeness)
    {
        var groups = new List<List<int>>();
        foreach (int gloss in order)
        {
            if (groups.Count > 0 && groups[^1].Count < MaxGroupSize && likeness[groups[^1][^1], gloss] >= MinSimilarity)
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
}
