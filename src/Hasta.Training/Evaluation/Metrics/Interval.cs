namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The 95% confidence interval of a fraction; both ends 0..1.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>The smallest interval that contains both.</summary>
    public Interval Cover(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
}
