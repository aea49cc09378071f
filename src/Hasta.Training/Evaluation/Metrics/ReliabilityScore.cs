namespace Hasta.Training.Evaluation.Metrics;

/// <summary>
/// Whether a confidence of 0.8 is right four times in five: the reliability diagram (Guo et al. 2017, "On calibration of modern neural
/// networks", section 2).
/// </summary>
/// <param name="Ece">
/// The expected calibration error 0..1: the mean gap between confidence and accuracy over the bins, weighted by their clips.
/// </param>
/// <param name="Bins">15 of equal width, as in that paper.</param>
internal sealed record ReliabilityScore(double Ece, IReadOnlyList<ReliabilityBin> Bins)
{
    internal const int BinCount = 15;

    internal static ReliabilityScore From(IReadOnlyCollection<ClipVerdict> verdicts)
    {
        ILookup<int, ClipVerdict> byBin = verdicts.ToLookup(
            verdict => Math.Clamp((int)Math.Ceiling(verdict.Confidence * BinCount) - 1, 0, BinCount - 1));
        ReliabilityBin[] bins = [.. Enumerable.Range(0, BinCount).Select(bin => BinOf(bin, [.. byBin[bin]]))];
        double gaps = bins.Where(bin => bin.Clips > 0).Sum(bin => Math.Abs(bin.Right - (bin.Clips * bin.Confidence!.Value)));
        return new ReliabilityScore(gaps / verdicts.Count, bins);
    }

    private static ReliabilityBin BinOf(int bin, ClipVerdict[] verdicts) => new(
        (double)bin / BinCount,
        (double)(bin + 1) / BinCount,
        verdicts.Length,
        verdicts.Count(verdict => verdict.IsRight),
        verdicts.Length == 0 ? null : verdicts.Average(verdict => (double)verdict.Confidence));
}
