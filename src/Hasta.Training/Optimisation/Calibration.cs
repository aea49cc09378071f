using Hasta.Recognition.Models;

namespace Hasta.Training.Optimisation;

/// <summary>Calibrates confidences on held-out clips: a temperature, and the confidence below which an answer is unsure.</summary>
/// <param name="Temperature">Divides the logits (Guo et al. 2017).</param>
/// <param name="UnsureBelow">Confidence threshold 0..1.</param>
internal sealed record Calibration(double Temperature, double UnsureBelow)
{
    private const double TargetPrecision = 0.95;
    private const double MaxRejectedRightShare = 0.05;

    /// <summary>Upper bound of the recall threshold: if all held-out clips were easy, harder clips would all be unsure.</summary>
    private const double MaxRecallThreshold = 0.5;

    /// <summary>0.4 to 32. Without a lower bound, a model that is always right on a few clips would be certain of everything.</summary>
    internal static readonly double[] Temperatures = [.. Enumerable.Range(-8, 39).Select(step => Math.Pow(10, step / 20.0))];

    /// <param name="logits">One array per clip.</param>
    /// <param name="glosses">Vocabulary index of the true gloss of each clip.</param>
    public static Calibration Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> glosses)
    {
        double temperature = Temperatures.MinBy(candidate => Loss(logits, glosses, candidate));
        (double Confidence, bool Right)[] answers =
            [.. logits.Select((clip, i) => Answer(clip, glosses[i], temperature)).OrderBy(answer => answer.Confidence)];
        return new Calibration(temperature, Math.Max(PrecisionThreshold(answers), RecallThreshold(answers)));
    }

    /// <summary>Mean cross-entropy.</summary>
    public static double Loss(IReadOnlyList<float[]> logits, IReadOnlyList<int> glosses, double temperature) =>
        logits.Select((clip, i) => -Math.Log(Math.Max(1e-12, Softmax.Compute(clip, temperature)[glosses[i]]))).Average();

    private static (double Confidence, bool Right) Answer(float[] logits, int gloss, double temperature)
    {
        float[] confidences = Softmax.Compute(logits, temperature);
        int best = Array.IndexOf(confidences, confidences.Max());
        return (confidences[best], best == gloss);
    }

    /// <summary>Returns the lowest threshold whose accepted answers are 95% right, but accepts at least half of all answers.</summary>
    private static double PrecisionThreshold((double Confidence, bool Right)[] answers)
    {
        int right = answers.Count(answer => answer.Right);
        for (int rejected = 0; rejected < answers.Length / 2; rejected++)
        {
            if (right >= TargetPrecision * (answers.Length - rejected))
            {
                return rejected == 0 ? 0 : answers[rejected].Confidence;
            }

            right -= answers[rejected].Right ? 1 : 0;
        }

        return answers[answers.Length / 2].Confidence;
    }

    /// <summary>
    /// Returns the confidence that 95% of the right answers reach, at most 0.5. An answer below it is unlike any clip that the model got
    /// right.
    /// </summary>
    private static double RecallThreshold((double Confidence, bool Right)[] answers)
    {
        double[] right = [.. answers.Where(answer => answer.Right).Select(answer => answer.Confidence)];
        return right.Length == 0 ? 0 : Math.Min(MaxRecallThreshold, right[(int)(MaxRejectedRightShare * right.Length)]);
    }
}
