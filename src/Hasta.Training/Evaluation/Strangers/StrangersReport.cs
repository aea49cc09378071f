using Hasta.Recognition.Models;
using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Optimisation;

namespace Hasta.Training.Evaluation.Strangers;

/// <summary>The figures of a benchmark over some of its sources.</summary>
internal sealed record StrangersReport
{
    private const double Precision = 0.95;
    private const double Quartile = 0.25;

    /// <summary>The sources with their top-1, from the worst; a source without known words has none.</summary>
    public required IReadOnlyList<SourceScore> Sources { get; init; }

    /// <summary>Mean over sources, 0..1, as are the following.</summary>
    public required double Mean { get; init; }

    /// <summary>Mean over the worst quarter of the sources.</summary>
    public required double WorstQuartile { get; init; }

    public required double Top5 { get; init; }

    /// <summary>Mean over sources with every clip mirrored.</summary>
    public required double Mirrored { get; init; }

    /// <summary>Expected calibration error over all known clips, each source weighing the same.</summary>
    public required double Ece { get; init; }

    /// <summary>
    /// Share of the known clips that are answered when the threshold is set so that 95% of the answers are right; each source weighs the
    /// same.
    /// </summary>
    public required double CoverageAtPrecision { get; init; }

    /// <summary>
    /// Area under the ROC curve of the confidence, known words against words that no other source has; null without the latter.
    /// </summary>
    public required double? Auroc { get; init; }

    /// <param name="folds">Of the sources to report; several seeds per source are averaged.</param>
    /// <param name="temperature">Divides the logits; fitted on other sources.</param>
    public static StrangersReport From(IReadOnlyList<SourceFold> folds, double temperature)
    {
        SourceScore[] sources =
        [
            .. folds.GroupBy(fold => fold.Source).Select(source => SourceScore.From([.. source])).OrderBy(score => score.Top1),
        ];
        int worst = (int)Math.Ceiling(Quartile * sources.Length);
        (double Weight, double Confidence, bool IsRight)[] known = [.. folds.SelectMany(fold => Known(fold, temperature))];
        return new StrangersReport
        {
            Sources = sources,
            Mean = sources.Average(source => source.Top1),
            WorstQuartile = sources.Take(worst).Average(source => source.Top1),
            Top5 = sources.Average(source => source.Top5),
            Mirrored = sources.Average(source => source.Mirrored),
            Ece = EceOf(known),
            CoverageAtPrecision = CoverageOf(known),
            Auroc = AurocOf(
                [.. folds.SelectMany(fold => Confidences(fold, temperature, known: true))],
                [.. folds.SelectMany(fold => Confidences(fold, temperature, known: false))]),
        };
    }

    /// <summary>Fits a temperature on the known clips of folds, each source weighing the same.</summary>
    public static double FitTemperature(IReadOnlyList<SourceFold> folds) =>
        Calibration.Temperatures.MinBy(temperature => folds.Average(fold =>
        {
            FoldAnswer[] known = [.. fold.Known];
            return known.Average(
                answer => -Math.Log(Math.Max(1e-12, Softmax.Compute([.. answer.Logits], temperature)[fold.IndexOf(answer.Gloss)])));
        }));

    private static IEnumerable<(double Weight, double Confidence, bool IsRight)> Known(SourceFold fold, double temperature)
    {
        FoldAnswer[] known = [.. fold.Known];
        foreach (FoldAnswer answer in known)
        {
            float[] confidences = Softmax.Compute([.. answer.Logits], temperature);
            int best = Array.IndexOf(confidences, confidences.Max());
            yield return (1.0 / known.Length, confidences[best], fold.Glosses[best] == answer.Gloss);
        }
    }

    private static IEnumerable<(double Weight, double Confidence)> Confidences(SourceFold fold, double temperature, bool known)
    {
        FoldAnswer[] answers = [.. fold.Answers.Where(answer => (fold.IndexOf(answer.Gloss) >= 0) == known)];
        return answers.Select(answer => (1.0 / answers.Length, (double)Softmax.Compute([.. answer.Logits], temperature).Max()));
    }

    private static double EceOf((double Weight, double Confidence, bool IsRight)[] known)
    {
        double total = known.Sum(answer => answer.Weight);
        return known
            .GroupBy(answer => Math.Clamp(
                (int)Math.Ceiling(answer.Confidence * ReliabilityScore.BinCount) - 1,
                0,
                ReliabilityScore.BinCount - 1))
            .Sum(bin => Math.Abs(bin.Sum(answer => answer.Weight * ((answer.IsRight ? 1 : 0) - answer.Confidence)))) / total;
    }

    private static double CoverageOf((double Weight, double Confidence, bool IsRight)[] known)
    {
        double answered = 0;
        double right = 0;
        double coverage = 0;
        foreach ((double weight, _, bool isRight) in known.OrderByDescending(answer => answer.Confidence))
        {
            answered += weight;
            right += isRight ? weight : 0;
            coverage = right >= Precision * answered ? answered : coverage;
        }

        return coverage / known.Sum(answer => answer.Weight);
    }

    /// <summary>The Mann-Whitney statistic.</summary>
    private static double? AurocOf((double Weight, double Confidence)[] known, (double Weight, double Confidence)[] unknown)
    {
        if (unknown.Length == 0)
        {
            return null;
        }

        double unknownTotal = unknown.Sum(answer => answer.Weight);
        double below = 0;
        double area = 0;
        foreach (var level in known.Select(answer => (answer.Weight, answer.Confidence, IsKnown: true))
            .Concat(unknown.Select(answer => (answer.Weight, answer.Confidence, IsKnown: false)))
            .GroupBy(answer => answer.Confidence)
            .OrderBy(level => level.Key))
        {
            double equal = level.Where(answer => !answer.IsKnown).Sum(answer => answer.Weight);
            area += level.Where(answer => answer.IsKnown).Sum(answer => answer.Weight) * (below + (equal / 2));
            below += equal;
        }

        return area / (unknownTotal * known.Sum(answer => answer.Weight));
    }
}
