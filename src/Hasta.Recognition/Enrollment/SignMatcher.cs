namespace Hasta.Recognition.Enrollment;

/// <summary>Finds the enrolled sign, or sign of one signer, that a clip shows.</summary>
internal sealed class SignMatcher
{
    private readonly EnrollmentRule rule = new();
    private readonly SignIndex known;
    private readonly SignIndex taught;
    private readonly HashSet<string> enrolledGlosses;
    private readonly HashSet<string> knownGlosses;
    private readonly SignPrototype[] all;
    private readonly SignIndex index;

    /// <param name="known">Points of the model's words.</param>
    /// <param name="enrolled">Takes of enrolled signs.</param>
    /// <param name="oneSigner">Points of signs of one signer.</param>
    public SignMatcher(
        IReadOnlyCollection<SignPrototype> known, IReadOnlyCollection<SignPrototype> enrolled, IEnumerable<SignPrototype> oneSigner)
    {
        this.known = new SignIndex(known);
        enrolledGlosses = [.. enrolled.Select(take => take.Gloss)];
        taught = SignIndex.OfMeans([.. enrolled, .. oneSigner.Where(point => !enrolledGlosses.Contains(point.Gloss))]);
        knownGlosses = [.. known.Select(point => point.Gloss)];
        all = [.. known, .. enrolled, .. oneSigner];
        index = new SignIndex(all);
    }

    /// <returns>The sign and the confidence 0..1; null if the clip shows a word of the model, or nothing of the kind.</returns>
    public (SignMatch Sign, double Confidence)? Match(SignEmbedding clip)
    {
        if (taught.Nearest(clip) is not { } nearest)
        {
            return null;
        }

        double score = rule.Score(nearest.Similarity, known.Nearest(clip)?.Similarity ?? double.NegativeInfinity);
        return rule.Accepts(score) ? (nearest with { Kind = KindOf(nearest.Gloss) }, EnrollmentRule.Confidence(score)) : null;
    }

    /// <param name="clip">The clip to look up.</param>
    /// <param name="count">Maximum number of signs.</param>
    /// <returns>Each sign once, the most similar first.</returns>
    public IReadOnlyList<SignMatch> Lookup(SignEmbedding clip, int count) =>
        [.. index.Nearest(clip, count).Select(match => match with { Kind = KindOf(match.Gloss) })];

    /// <returns>The points of all other signs.</returns>
    public SignIndex Without(string gloss) => new([.. all.Where(point => point.Gloss != gloss)]);

    /// <summary>An enrolled variant of a known word is enrolled.</summary>
    public SignKind KindOf(string gloss) => enrolledGlosses.Contains(gloss) ? SignKind.Enrolled
        : knownGlosses.Contains(gloss) ? SignKind.Known
        : SignKind.OneSigner;
}
