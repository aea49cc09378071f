using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Tests.Evaluation.Report;

public sealed class GlossOrderTests
{
    [Fact]
    public void Confused_glosses_are_adjacent_and_form_groups()
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
        Assert.Equal(
            ["ant zebra", "bee yak"],
            order.Groups.Select(group => string.Join(' ', group.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_gloss_outside_the_vocabulary_is_included()
    {
        GlossOrder order = Evaluator.Evaluate(
            Verdicts.Header,
            ["ant", "bee"],
            [Verdicts.Clip("yeti", "bee", "A", ["ant", "bee"])],
            null).Order;

        Assert.Equal(["bee", "yeti"], order.Glosses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_group_has_at_most_ten_glosses()
    {
        string[] vocabulary = [.. Enumerable.Range(10, 15).Select(i => $"gloss {i}")];
        ClipPrediction[] clips =
        [
            .. vocabulary.Select((gloss, i) => Verdicts.Clip(gloss, vocabulary[(i + 1) % vocabulary.Length], "A", vocabulary)),
        ];

        GlossOrder order = Evaluator.Evaluate(Verdicts.Header, vocabulary, clips, null).Order;

        Assert.Equal([10, 5], order.Groups.Select(group => group.Count));
    }

    private static int Distance(GlossOrder order, string one, string other) =>
        Math.Abs(
            order.Glosses.Index().First(gloss => gloss.Item == one).Index
            - order.Glosses.Index().First(gloss => gloss.Item == other).Index);
}
