namespace Hasta.Training.Evaluation.Metrics;

/// <summary>
/// The score interval of a binomial fraction (E. B. Wilson, 1927). It keeps its promise for few clips and near 0 and 1,
/// where the usual plus-minus leaves 0..1. It takes the clips to be independent.
/// </summary>
internal static class WilsonInterval
{
    private const double Z = 1.959964;

    /// <param name="hits">0..<paramref name="count"/>.</param>
    /// <param name="count">Above 0.</param>
    public static Interval Compute(int hits, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
        double fraction = (double)hits / count;
        double shrink = 1 / (1 + (Z * Z / count));
        double centre = shrink * (fraction + (Z * Z / (2 * count)));
        double reach = shrink * Z * Math.Sqrt((fraction * (1 - fraction) / count) + (Z * Z / (4.0 * count * count)));
        return new Interval(Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }
}
