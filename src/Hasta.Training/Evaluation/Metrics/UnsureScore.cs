namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The effect of reporting unsure below a confidence, and for clips that show no sign.</summary>
/// <param name="Threshold">The confidence 0..1 below which an answer is unsure.</param>
/// <param name="Rate">The fraction of clips that are unsure.</param>
/// <param name="Top1WhenSure">The fraction of the other clips recognised; null if there are none.</param>
internal sealed record UnsureScore(float Threshold, double Rate, double? Top1WhenSure)
{
    internal static UnsureScore From(IReadOnlyCollection<ClipVerdict> verdicts, float threshold)
    {
        ClipVerdict[] sure = [.. verdicts.Where(verdict => !verdict.IsUnsure(threshold))];
        double rate = 1 - ((double)sure.Length / verdicts.Count);
        return new UnsureScore(threshold, rate, sure.Length == 0 ? null : (double)sure.Count(verdict => verdict.IsRight) / sure.Length);
    }
}
