namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Whether a confidence of 0.8 is right four times in five: the reliability diagram (Guo et al. 2017, "On calibration of modern neural networks", section 2).</summary>
/// <param name="Ece">The expected calibration error 0..1: over the bins, weighed by their clips, the mean gap between confidence and share of right answers.</param>
/// <param name="Bins">15 of equal width, as in that paper.</param>
internal sealed record ReliabilityScore(double Ece, IReadOnlyList<ReliabilityBin> Bins)
{
    private const int Count = 15;

    internal static ReliabilityScore From(IReadOnlyCollection<ClipVerdict> verdicts)
    {
        ILookup<int, ClipVerdict> byBin = verdicts.ToLookup(verdict => Math.Clamp((int)Math.Ceiling(verdict.Confidence * Count) - 1, 0, Count - 1));
        ReliabilityBin[] bins = [.. Enumerable.Range(0, Count).Select(bin => BinOf(bin, [.. byBin[bin]]))];
        double ece = bins.Where(bin => bin.Clips > 0).Sum(bin => Math.Abs(bin.Right - (bin.Clips * bin.Confidence!.Value))) / verdicts.Count;
        return new ReliabilityScore(ece, bins);
    }

    private static ReliabilityBin BinOf(int bin, ClipVerdict[] verdicts) => new(
        (double)bin / Count,
        (double)(bin + 1) / Count,
        verdicts.Length,
        verdicts.Count(verdict => verdict.IsRight),
        verdicts.Length == 0 ? null : verdicts.Average(verdict => (double)verdict.Confidence));
}
