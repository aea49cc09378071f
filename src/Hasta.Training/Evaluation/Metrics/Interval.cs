namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Where a fraction lies with 95% confidence; both ends 0..1.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>The smallest interval that holds both.</summary>
    public Interval Cover(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
}
