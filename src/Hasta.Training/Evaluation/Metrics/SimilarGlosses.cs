namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Finds pairs of glosses that a model confuses for people it was not trained on.</summary>
internal static class SimilarGlosses
{
    /// <summary>A pair is similar if at least this share of one gloss's clips is answered with the other.</summary>
    private const double MinShare = 0.15;

    /// <summary>Fewer confusions may be chance.</summary>
    private const int MinConfusions = 3;

    private const int MaxPerGloss = 3;

    /// <param name="answers">True gloss and answer of left-out clips.</param>
    /// <returns>For each gloss of a pair, the glosses it is confused with, the most frequent first; each pair in both directions.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Find(IReadOnlyCollection<(string Gloss, string Answer)> answers)
    {
        Dictionary<string, int> clips = answers.CountBy(answer => answer.Gloss).ToDictionary(StringComparer.Ordinal);
        return answers.Where(answer => answer.Gloss != answer.Answer)
            .CountBy(answer => answer)
            .Select(pair => (Pair: pair.Key, pair.Value, Share: (double)pair.Value / clips[pair.Key.Gloss]))
            .Where(pair => pair.Value >= MinConfusions && pair.Share >= MinShare)
            .SelectMany(pair => new[]
            {
                (pair.Pair.Gloss, Other: pair.Pair.Answer, pair.Share),
                (Gloss: pair.Pair.Answer, Other: pair.Pair.Gloss, pair.Share),
            })
            .GroupBy(pair => pair.Gloss)
            .OrderBy(gloss => gloss.Key, StringComparer.Ordinal)
            .ToDictionary(
                gloss => gloss.Key,
                IReadOnlyList<string> (gloss) =>
                    [.. gloss.OrderByDescending(pair => pair.Share).Select(pair => pair.Other).Distinct().Take(MaxPerGloss)]);
    }
}
