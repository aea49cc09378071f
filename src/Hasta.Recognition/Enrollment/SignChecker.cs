namespace Hasta.Recognition.Enrollment;

/// <summary>
/// Compares the recordings of a sign with each other and with other signs. The limits come from signs of the choosing and reporting halves
/// alike (docs/experiments.md): they warn, and decide nothing.
/// </summary>
/// <param name="others">All other signs, as points.</param>
internal sealed class SignChecker(SignIndex others)
{
    /// <summary>
    /// A recording with a lower median similarity to the others is unlike them: true of 85% of recordings of another sign among two or four
    /// of one, and of 6% of those that belong.
    /// </summary>
    public const double MinAgreement = 0.35;

    /// <summary>A quarter of all signs is as near to a known word; most confusions are among them.</summary>
    public const double MaxSimilarity = 0.75;

    /// <summary>From one to three recordings, recognition gains most.</summary>
    public const int GoodTakes = 3;

    public const int MaxTakes = 5;

    private const int MaxSimilar = 3;

    /// <param name="takes">Usable recordings of the sign, new and old; at least one.</param>
    /// <returns>For each take, whether it is unlike the others.</returns>
    public static IReadOnlyList<bool> FindUnlike(IReadOnlyList<SignEmbedding> takes) =>
    [
        .. takes.Select(take => takes.Count > 1 && Median([.. takes.Where(other => other != take).Select(take.Similarity)]) < MinAgreement),
    ];

    /// <param name="takes">Usable recordings of the sign, at least one.</param>
    public IReadOnlyList<SignMatch> FindSimilar(IReadOnlyList<SignEmbedding> takes) =>
        [.. others.Nearest(SignEmbedding.Mean([.. takes]), MaxSimilar).Where(match => match.Similarity >= MaxSimilarity)];

    /// <param name="takes">Number of usable recordings of the sign.</param>
    /// <param name="disagree">Whether a recording is unlike the others, or another sign is similar.</param>
    public static int MoreRecordings(int takes, bool disagree) => Math.Max(0, (disagree ? MaxTakes : GoodTakes) - takes);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }
}
