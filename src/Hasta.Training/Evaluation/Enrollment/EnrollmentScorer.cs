using Hasta.Recognition;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// Enrolls signs and answers takes by the nearest point: a take of an enrolled sign, or the mean of a trained word's takes by one source.
/// Nothing is fitted: no threshold, no margin.
/// </summary>
/// <param name="trained">Takes that the model was trained on.</param>
/// <param name="strange">Takes of the model's words by sources that it was not trained on.</param>
/// <param name="heldOut">Takes of words that the model was not trained on.</param>
internal sealed class EnrollmentScorer(
    IReadOnlyList<EmbeddedClip> trained, IReadOnlyList<EmbeddedClip> strange, IReadOnlyList<EmbeddedClip> heldOut)
{
    private readonly Dictionary<EmbeddedClip, double> wordSimilarity = SimilarityToWords(trained, [.. strange, .. heldOut]);
    private readonly ILookup<string, EmbeddedClip> strangeBySource = strange.ToLookup(clip => clip.Source);
    private readonly ILookup<(string Source, string Gloss), EmbeddedClip> takes = heldOut.ToLookup(clip => (clip.Source, clip.Gloss));
    private readonly string[] glosses = [.. heldOut.Select(clip => clip.Gloss).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Only signs with this many takes by the enrolling source are enrolled, so that more takes are compared on the same signs.
    /// </summary>
    public int MinTakes { get; init; } = EnrollmentBenchmark.Takes.Max();

    /// <summary>Pairs of sources that share fewer signs are not scored: with one enrolled sign there is nothing to confuse.</summary>
    public int MinSigns { get; init; } = 3;

    /// <param name="from">The source whose takes are enrolled.</param>
    /// <param name="to">The source to test; if it is the same, the takes that are not enrolled.</param>
    /// <param name="count">Enrolled takes per sign, at most <see cref="MinTakes"/>.</param>
    /// <returns>Null if too few held-out signs have enough takes in both.</returns>
    public EnrollmentTrial? Score(string from, string to, int count)
    {
        var enrolled = new SignPrototypes();
        var tested = new List<EmbeddedClip>();
        int signs = 0;
        foreach (string gloss in glosses)
        {
            EmbeddedClip[] own = [.. takes[(from, gloss)]];
            EmbeddedClip[] test = [.. takes[(to, gloss)].Skip(from == to ? count : 0)];
            if (own.Length >= MinTakes && test.Length > 0)
            {
                signs++;
                tested.AddRange(test);
                Array.ForEach(own[..count], clip => enrolled.Add(gloss, clip.Embedding));
            }
        }

        return signs < MinSigns ? null : Score(from, to, count, enrolled, tested) with { Signs = signs };
    }

    private EnrollmentTrial Score(string from, string to, int count, SignPrototypes enrolled, List<EmbeddedClip> tested)
    {
        string?[] answers = [.. tested.Select(clip => Answer(enrolled, clip))];
        EmbeddedClip[] known = [.. strangeBySource[to]];
        return new EnrollmentTrial
        {
            From = from,
            To = to,
            Takes = count,
            Signs = 0,
            Tested = tested.Count,
            Right = answers.Zip(tested, (answer, clip) => answer == clip.Gloss ? 1.0 : 0).Average(),
            Wrong = answers.Zip(tested, (answer, clip) => answer is not null && answer != clip.Gloss ? 1.0 : 0).Average(),
            Known = answers.Average(answer => answer is null ? 1.0 : 0),
            Takeover = known.Length == 0
                ? null
                : known.Average(clip => Answer(enrolled, clip) is null ? 0 : 1.0),
        };
    }

    /// <returns>The enrolled sign; null if a word of the model is nearer.</returns>
    private string? Answer(SignPrototypes enrolled, EmbeddedClip clip) =>
        enrolled.Nearest(clip.Embedding) is { } sign && sign.Similarity > wordSimilarity[clip] ? sign.Gloss : null;

    private static Dictionary<EmbeddedClip, double> SimilarityToWords(IReadOnlyList<EmbeddedClip> trained, EmbeddedClip[] clips)
    {
        var prototypes = new SignPrototypes();
        foreach (var word in trained.GroupBy(clip => (clip.Gloss, clip.Source)))
        {
            prototypes.Add(word.Key.Gloss, SignEmbedding.Mean([.. word.Select(clip => clip.Embedding)]));
        }

        return clips.ToDictionary(clip => clip, clip => prototypes.Nearest(clip.Embedding)?.Similarity ?? double.NegativeInfinity);
    }
}
