using Hasta.Recognition.Enrollment;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>Enrolls signs and answers takes, as recognition does.</summary>
/// <param name="known">The model's words.</param>
/// <param name="strange">Takes of the model's words by sources that it was not trained on.</param>
/// <param name="heldOut">Takes of words that the model was not trained on.</param>
internal sealed class EnrollmentScorer(SignIndex known, IReadOnlyList<EmbeddedClip> strange, IReadOnlyList<EmbeddedClip> heldOut)
{
    private readonly Dictionary<EmbeddedClip, double> knownSimilarity = strange.Concat(heldOut)
        .ToDictionary(clip => clip, clip => known.Nearest(clip.Embedding)?.Similarity ?? double.NegativeInfinity);

    private readonly string[] glosses = [.. heldOut.Select(clip => clip.Gloss).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Only signs with this many takes by whom enrolls are enrolled, so that more takes are compared on the same signs.
    /// </summary>
    public int MinTakes { get; init; } = EnrollmentBenchmark.Takes.Max();

    /// <summary>With fewer signs nothing is scored: with one enrolled sign there is nothing to confuse.</summary>
    public int MinSigns { get; init; } = 3;

    /// <param name="from">The source whose first takes are enrolled.</param>
    /// <param name="to">Another source, to test.</param>
    /// <param name="count">Enrolled takes per sign, at most <see cref="MinTakes"/>.</param>
    /// <returns>Null if too few held-out signs have enough takes in both.</returns>
    public EnrollmentTask? BetweenSources(string from, string to, int count) => Task(
        count,
        heldOut.Where(clip => clip.Source == from).ToLookup(clip => clip.Gloss),
        gloss => heldOut.Where(clip => clip.Source == to && clip.Gloss == gloss),
        clip => clip.Source == to);

    /// <param name="signer">Whose first takes are enrolled, and whose others are tested.</param>
    /// <param name="count">Enrolled takes per sign, at most <see cref="MinTakes"/>.</param>
    /// <returns>Null if too few held-out signs have more than <see cref="MinTakes"/>.</returns>
    public EnrollmentTask? SameSigner(string signer, int count)
    {
        ILookup<string, EmbeddedClip> own = heldOut.Where(clip => clip.Signer == signer).ToLookup(clip => clip.Gloss);
        return Task(
            count, own, gloss => own[gloss].Count() > MinTakes ? own[gloss].Skip(count) : [], clip => clip.Signer == signer);
    }

    /// <param name="task">The signs and takes.</param>
    /// <param name="rule">Decides between enrolled signs and known words.</param>
    public EnrollmentRates Score(EnrollmentTask task, EnrollmentRule rule)
    {
        var enrolled = SignIndex.OfMeans(task.Enrolled.Select(clip => new SignPrototype(clip.Gloss, clip.Embedding)));
        string?[] answers = [.. task.Tested.Select(clip => Answer(enrolled, clip, rule))];
        return new EnrollmentRates
        {
            Right = answers.Zip(task.Tested, (answer, clip) => answer == clip.Gloss ? 1.0 : 0).Average(),
            Wrong = answers.Zip(task.Tested, (answer, clip) => answer is not null && answer != clip.Gloss ? 1.0 : 0).Average(),
            Known = answers.Average(answer => answer is null ? 1.0 : 0),
            Takeover = task.Known.Count == 0
                ? null
                : task.Known.Average(clip => Answer(enrolled, clip, rule) is null ? 0 : 1.0),
        };
    }

    private EnrollmentTask? Task(
        int count,
        ILookup<string, EmbeddedClip> takes,
        Func<string, IEnumerable<EmbeddedClip>> testedOf,
        Func<EmbeddedClip, bool> isTested)
    {
        var enrolled = new List<EmbeddedClip>();
        var tested = new List<EmbeddedClip>();
        foreach (string gloss in glosses)
        {
            EmbeddedClip[] test = [.. testedOf(gloss)];
            if (takes[gloss].Count() >= MinTakes && test.Length > 0)
            {
                tested.AddRange(test);
                enrolled.AddRange(takes[gloss].Take(count));
            }
        }

        return enrolled.Count < MinSigns * count
            ? null
            : new EnrollmentTask { Enrolled = enrolled, Tested = tested, Known = [.. strange.Where(isTested)] };
    }

    /// <returns>The enrolled sign; null if a word of the model is the answer.</returns>
    private string? Answer(SignIndex enrolled, EmbeddedClip clip, EnrollmentRule rule) =>
        enrolled.Nearest(clip.Embedding) is { } sign && rule.Accepts(rule.Score(sign.Similarity, knownSimilarity[clip]))
            ? sign.Gloss
            : null;
}
