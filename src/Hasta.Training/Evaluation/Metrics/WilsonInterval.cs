namespace Hasta.Training.Evaluation.Metrics;

/// <summary>
/// The score interval of a binomial fraction (E. B. Wilson, 1927). It remains accurate for few clips and near 0 and 1,
/// where the normal approximation leaves 0..1. It assumes that the clips are independent.
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
        double halfWidth = shrink * Z * Math.Sqrt((fraction * (1 - fraction) / count) + (Z * Z / (4.0 * count * count)));
        return new Interval(Math.Max(0, centre - halfWidth), Math.Min(1, centre + halfWidth));
    }
}
