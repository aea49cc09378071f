using Hasta.Recognition;
using Hasta.Training.Data;

namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Computes <see cref="GlossStatistics"/> from the answers for signers that were left out of training.</summary>
internal static class LeftOutStatistics
{
    /// <summary>A pair is similar if at least this share of one gloss's clips is answered with the other.</summary>
    private const double MinShare = 0.15;

    /// <summary>Fewer confusions may be chance.</summary>
    private const int MinConfusions = 3;

    private const int MaxSimilar = 3;

    /// <param name="training">All clips of the final model.</param>
    /// <param name="answers">
    /// The answers for left-out clips. Those of a gloss's only signer say nothing: the model was not trained on the gloss.
    /// </param>
    public static IReadOnlyDictionary<string, GlossStatistics> Compute(
        IEnumerable<LoadedClip> training, IReadOnlyCollection<LeftOutAnswer> answers)
    {
        ILookup<string, LoadedClip> clips = training.ToLookup(clip => clip.Gloss);
        Dictionary<string, int> signers = clips.ToDictionary(
            gloss => gloss.Key, gloss => gloss.Select(clip => clip.Signer).Distinct().Count());
        LeftOutAnswer[] trained = [.. answers.Where(answer => signers.GetValueOrDefault(answer.Gloss) > 1)];
        ILookup<string, string> similar = FindSimilar(trained);
        ILookup<string, LeftOutAnswer> byGloss = trained.ToLookup(answer => answer.Gloss);
        return clips.OrderBy(gloss => gloss.Key, StringComparer.Ordinal).ToDictionary(
            gloss => gloss.Key,
            gloss => new GlossStatistics
            {
                Signers = signers[gloss.Key],
                Clips = gloss.Count(),
                Top1 = Top1([.. byGloss[gloss.Key]]),
                Similar = [.. similar[gloss.Key].Distinct().Take(MaxSimilar)],
            });
    }

    private static double? Top1(LeftOutAnswer[] answers) => answers.Length == 0
        ? null
        : Math.Round(answers.GroupBy(answer => answer.Signer).Average(signer => signer.Average(answer => answer.IsRight ? 1.0 : 0)), 3);

    /// <returns>For each gloss of a confused pair the other, the most frequent first; each pair in both directions.</returns>
    private static ILookup<string, string> FindSimilar(IReadOnlyCollection<LeftOutAnswer> answers)
    {
        Dictionary<string, int> clips = answers.CountBy(answer => answer.Gloss).ToDictionary(StringComparer.Ordinal);
        return answers.Where(answer => !answer.IsRight)
            .CountBy(answer => (answer.Gloss, answer.Answer))
            .Select(pair => (pair.Key.Gloss, pair.Key.Answer, Count: pair.Value, Share: (double)pair.Value / clips[pair.Key.Gloss]))
            .Where(pair => pair.Count >= MinConfusions && pair.Share >= MinShare)
            .OrderByDescending(pair => pair.Share)
            .SelectMany(pair => new[] { (pair.Gloss, Other: pair.Answer), (Gloss: pair.Answer, Other: pair.Gloss) })
            .ToLookup(pair => pair.Gloss, pair => pair.Other);
    }
}
