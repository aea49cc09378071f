namespace Hasta.Bench.Serving;

/// <summary>How long something took.</summary>
/// <param name="At">Its start, a time stamp of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Ms">Milliseconds.</param>
internal readonly record struct Timing(long At, double Ms)
{
    public static string Quantiles(IReadOnlyList<Timing> timings, params double[] quantiles) =>
        string.Join(" / ", quantiles.Select(quantile => Quantile(timings, quantile)));

    /// <returns>The quantile 0..1 as text; a dash if there is none.</returns>
    public static string Quantile(IEnumerable<Timing> timings, double quantile)
    {
        double[] sorted = [.. timings.Select(timing => timing.Ms).Order()];
        return sorted.Length == 0 ? "-" : $"{sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * quantile))]:0.0}";
    }
}
