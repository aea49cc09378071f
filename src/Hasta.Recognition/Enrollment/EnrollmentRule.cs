namespace Hasta.Recognition.Enrollment;

/// <summary>
/// Decides whether a clip shows an enrolled sign or a known word. Takes of one signer resemble each other whatever they show, so the
/// enrolled sign must be more similar than a known word by more than a tie, and similar in itself. The values were chosen on the choosing
/// half of the sources (docs/experiments.md).
/// </summary>
internal sealed record EnrollmentRule
{
    /// <summary>The score at which half of the answers are right.</summary>
    private const double EvenScore = 0.23;

    /// <summary>The difference of scores that changes the odds by a factor of e.</summary>
    private const double OddsScale = 0.035;

    /// <summary>How much the similarity to the nearest known word counts against the enrolled sign.</summary>
    public double KnownWeight { get; init; } = 0.65;

    /// <summary>An enrolled sign is answered from this score.</summary>
    public double MinScore { get; init; } = 0.28;

    /// <param name="enrolled">Similarity to the nearest enrolled sign.</param>
    /// <param name="known">Similarity to the nearest known word; <see cref="double.NegativeInfinity"/> if there is none.</param>
    public double Score(double enrolled, double known) => enrolled - (KnownWeight * Math.Max(known, -1));

    /// <param name="score">See <see cref="Score"/>.</param>
    public bool Accepts(double score) => score >= MinScore;

    /// <param name="score">See <see cref="Score"/>.</param>
    /// <returns>0..1, for a clip that is as likely to show an enrolled sign as a known word.</returns>
    public static double Confidence(double score) => 1 / (1 + Math.Exp((EvenScore - score) / OddsScale));
}
