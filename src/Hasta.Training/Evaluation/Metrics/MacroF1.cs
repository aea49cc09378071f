namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The mean F1 of the glosses that some clip carries, and its interval.</summary>
internal static class MacroF1
{
    private const int Draws = 1000;
    private const int Seed = 95;

    /// <summary>
    /// By drawing again as in <see cref="SignerBootstrap"/>: signers, then clips within each; clips only where all are of one group. It always holds the
    /// figure itself. The same input always gives the same interval.
    /// </summary>
    /// <param name="value">The figure, 0..1.</param>
    /// <param name="groups">A signer's clips each, none of them empty.</param>
    public static Interval IntervalOf(double value, IReadOnlyList<IReadOnlyList<ClipVerdict>> groups)
    {
        Dictionary<string, int> numbers = groups.SelectMany(group => group.SelectMany(verdict => new[] { verdict.Gloss, verdict.Predicted })).Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        (int Gloss, int Predicted)[][] clips = [.. groups.Select(group => group.Select(verdict => (numbers[verdict.Gloss], numbers[verdict.Predicted])).ToArray())];
        var random = new Random(Seed);
        double[] figures = [.. Enumerable.Range(0, Draws).Select(_ => DrawAgain(clips, numbers.Count, random)).Order()];
        return new Interval(figures[Draws * 25 / 1000], figures[(Draws * 975 / 1000) - 1]).Cover(new Interval(value, value));
    }

    private static double DrawAgain((int Gloss, int Predicted)[][] groups, int glosses, Random random)
    {
        int[] carried = new int[glosses];
        int[] called = new int[glosses];
        int[] right = new int[glosses];
        for (int i = 0; i < groups.Length; i++)
        {
            (int Gloss, int Predicted)[] group = groups[random.Next(groups.Length)];
            for (int clip = 0; clip < group.Length; clip++)
            {
                (int gloss, int predicted) = group[random.Next(group.Length)];
                carried[gloss]++;
                called[predicted]++;
                right[gloss] += gloss == predicted ? 1 : 0;
            }
        }

        return Enumerable.Range(0, glosses).Where(gloss => carried[gloss] > 0).Average(gloss => 2.0 * right[gloss] / (carried[gloss] + called[gloss]));
    }
}
