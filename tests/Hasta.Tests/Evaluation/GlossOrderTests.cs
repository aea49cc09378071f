using Hasta.Evaluation;

namespace Hasta.Tests.Evaluation;

public sealed class GlossOrderTests
{
    [Fact]
    public void Glosses_that_are_mixed_up_stand_beside_each_other_and_form_groups()
    {
        string[] vocabulary = ["ant", "bee", "cow", "dog", "yak", "zebra"];
        ClipPrediction[] clips =
        [
            .. vocabulary.Select(gloss => Verdicts.Clip(gloss, gloss, "A", vocabulary, confidence: 1)),
            Verdicts.Clip("ant", "zebra", "A", vocabulary, confidence: 1),
            Verdicts.Clip("yak", "bee", "A", vocabulary, confidence: 1),
        ];

        GlossOrder order = Evaluator.Evaluate(Verdicts.Header, vocabulary, clips, null).Order;

        Assert.Equal(vocabulary, order.Glosses.Order(StringComparer.Ordinal));
        Assert.Equal(1, Distance(order, "ant", "zebra"));
        Assert.Equal(1, Distance(order, "bee", "yak"));
        Assert.Equal(["ant zebra", "bee yak"], order.Groups.Select(group => string.Join(' ', group.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_gloss_that_the_model_does_not_know_has_its_place_too()
    {
        GlossOrder order = Evaluator.Evaluate(Verdicts.Header, ["ant", "bee"], [Verdicts.Clip("yeti", "bee", "A", ["ant", "bee"])], null).Order;

        Assert.Equal(["bee", "yeti"], order.Glosses.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void The_clusters_are_those_of_a_search_through_all_pairs(int count)
    {
        double[,] likeness = Likeness(count, new Random(count));

        IReadOnlyList<GlossCluster> clusters = AverageLinkage.Merge((double[,])likeness.Clone());

        Assert.Equal(Enumerable.Range(0, count), clusters[^1].Members.Order());
        Assert.Equal(BruteForce(likeness).Order(StringComparer.Ordinal), clusters.Where(cluster => cluster.Members.Count > 1).Select(cluster => Name(cluster.Members)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Equal_likenesses_come_to_an_end() =>
        Assert.Equal(Enumerable.Range(0, 300), AverageLinkage.Merge(new double[300, 300])[^1].Members.Order());

    private static int Distance(GlossOrder order, string one, string other) =>
        Math.Abs(order.Glosses.Index().First(gloss => gloss.Item == one).Index - order.Glosses.Index().First(gloss => gloss.Item == other).Index);

    private static double[,] Likeness(int count, Random random)
    {
        double[,] likeness = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                likeness[i, j] = likeness[j, i] = random.NextDouble();
            }
        }

        return likeness;
    }

    /// <summary>Always merges the two clusters whose members are most alike on average.</summary>
    private static IEnumerable<string> BruteForce(double[,] likeness)
    {
        List<int[]> clusters = [.. Enumerable.Range(0, likeness.GetLength(0)).Select(i => new[] { i })];
        while (clusters.Count > 1)
        {
            (int[] one, int[] other) = (from a in clusters from b in clusters where a[0] < b[0] select (a, b)).MaxBy(pair => (from i in pair.a from j in pair.b select likeness[i, j]).Average());
            clusters.Remove(one);
            clusters.Remove(other);
            clusters.Add([.. one.Concat(other).Order()]);
            yield return Name(clusters[^1]);
        }
    }

    private static string Name(IEnumerable<int> members) => string.Join(' ', members.Order());
}
