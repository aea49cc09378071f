namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The mean F1 of the glosses that at least one clip has, and its interval.</summary>
internal static class MacroF1
{
    private const int Draws = 1000;
    private const int Seed = 95;

    /// <summary>
    /// A bootstrap as in <see cref="SignerBootstrap"/>: resamples signers, then clips within each; only clips if there is one group. The
    /// interval always contains the macro-F1 itself. The same input always returns the same interval.
    /// </summary>
    /// <param name="value">The macro-F1, 0..1.</param>
    /// <param name="groups">The clips of each signer; no group is empty.</param>
    public static Interval IntervalOf(double value, IReadOnlyList<IReadOnlyList<ClipVerdict>> groups)
    {
        Dictionary<string, int> indices = groups
            .SelectMany(group => group.SelectMany(verdict => new[] { verdict.Gloss, verdict.Predicted }))
            .Distinct()
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index);
        (int Gloss, int Predicted)[][] clips =
            [.. groups.Select(group => group.Select(verdict => (indices[verdict.Gloss], indices[verdict.Predicted])).ToArray())];
        var random = new Random(Seed);
        double[] scores = [.. Enumerable.Range(0, Draws).Select(_ => Resample(clips, indices.Count, random)).Order()];
        return new Interval(scores[Draws * 25 / 1000], scores[(Draws * 975 / 1000) - 1]).Cover(new Interval(value, value));
    }

    private static double Resample((int Gloss, int Predicted)[][] groups, int glosses, Random random)
    {
        int[] actualCounts = new int[glosses];
        int[] predictedCounts = new int[glosses];
        int[] hits = new int[glosses];
        for (int i = 0; i < groups.Length; i++)
        {
            (int Gloss, int Predicted)[] group = groups[random.Next(groups.Length)];
            for (int clip = 0; clip < group.Length; clip++)
            {
                (int gloss, int predicted) = group[random.Next(group.Length)];
                actualCounts[gloss]++;
                predictedCounts[predicted]++;
                hits[gloss] += gloss == predicted ? 1 : 0;
            }
        }

        return Enumerable.Range(0, glosses)
            .Where(gloss => actualCounts[gloss] > 0)
            .Average(gloss => 2.0 * hits[gloss] / (actualCounts[gloss] + predictedCounts[gloss]));
    }
}
