namespace Hasta.Training.Evaluation.Metrics;

/// <summary>What happens when the model says "unsure": below a confidence, and of clips that show no sign.</summary>
/// <param name="Threshold">The confidence 0..1 below which it says so.</param>
/// <param name="Rate">The fraction of clips it says so of.</param>
/// <param name="Top1WhenSure">The fraction right among the others; null when there are none.</param>
internal sealed record UnsureScore(float Threshold, double Rate, double? Top1WhenSure)
{
    internal static UnsureScore From(IReadOnlyCollection<ClipVerdict> verdicts, float threshold)
    {
        ClipVerdict[] sure = [.. verdicts.Where(verdict => !verdict.IsUnsure(threshold))];
        double rate = 1 - ((double)sure.Length / verdicts.Count);
        return new UnsureScore(threshold, rate, sure.Length == 0 ? null : (double)sure.Count(verdict => verdict.IsRight) / sure.Length);
    }
}
