namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Scores of one signer. The interval assumes that the signer's clips are independent (<see cref="WilsonInterval"/>).</summary>
/// <param name="Clips">Number of clips, above 0.</param>
/// <param name="Top1">The fraction 0..1 recognised.</param>
/// <param name="Low">Lower end of the 95% interval.</param>
/// <param name="High">Upper end of the 95% interval.</param>
internal sealed record SignerScore(int Clips, double Top1, double Low, double High)
{
    internal static SignerScore From(IReadOnlyCollection<ClipVerdict> verdicts)
    {
        int hits = verdicts.Count(verdict => verdict.IsRight);
        Interval interval = WilsonInterval.Compute(hits, verdicts.Count);
        return new SignerScore(verdicts.Count, (double)hits / verdicts.Count, interval.Low, interval.High);
    }
}
