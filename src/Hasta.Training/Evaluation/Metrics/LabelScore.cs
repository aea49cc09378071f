namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Top-1 for one set of labels.</summary>
/// <param name="Top1">The fraction 0..1 recognised.</param>
/// <param name="Low">Lower end of its 95% interval, computed like that of the report's top-1.</param>
/// <param name="High">Upper end of its 95% interval.</param>
internal sealed record LabelScore(double Top1, double Low, double High)
{
    internal static LabelScore From(ClipVerdict[] verdicts, IntervalMethod by, Func<ClipVerdict, bool> isRight)
    {
        Interval interval = Evaluator.FindInterval(verdicts, by, isRight);
        return new LabelScore((double)verdicts.Count(isRight) / verdicts.Length, interval.Low, interval.High);
    }
}
