using Hasta.Recognition.Models;

namespace Hasta.Training.Optimisation;

/// <summary>Makes confidences mean something, from held-out clips: a temperature, and the confidence below which an answer is unsure.</summary>
/// <param name="Temperature">Divides the logits (Guo et al. 2017).</param>
/// <param name="UnsureBelow">0..1.</param>
internal sealed record Calibration(double Temperature, double UnsureBelow)
{
    private const double WantedPrecision = 0.95;
    private const double RightAnswersGivenUp = 0.05;

    /// <summary>Held-out clips that were all easy must not make every harder clip unsure.</summary>
    private const double EvenOdds = 0.5;

    /// <summary>0.4 to 32: a model that was never wrong on few clips would otherwise call everything certain.</summary>
    private static readonly double[] Temperatures = [.. Enumerable.Range(-8, 39).Select(step => Math.Pow(10, step / 20.0))];

    /// <param name="logits">One array per clip.</param>
    /// <param name="glosses">The true gloss's place, clip by clip.</param>
    public static Calibration Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> glosses)
    {
        double temperature = Temperatures.MinBy(candidate => Loss(logits, glosses, candidate));
        (double Confidence, bool Right)[] answers = [.. logits.Select((clip, i) => Answer(clip, glosses[i], temperature)).OrderBy(answer => answer.Confidence)];
        return new Calibration(temperature, Math.Max(Precise(answers), Lowest(answers)));
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

    /// <summary>The lowest threshold whose accepted answers are right 95 times in 100, if it keeps at least half of all.</summary>
    private static double Precise((double Confidence, bool Right)[] answers)
    {
        int right = answers.Count(answer => answer.Right);
        for (int refused = 0; refused < answers.Length / 2; refused++)
        {
            if (right >= WantedPrecision * (answers.Length - refused))
            {
                return refused == 0 ? 0 : answers[refused].Confidence;
            }

            right -= answers[refused].Right ? 1 : 0;
        }

        return answers[answers.Length / 2].Confidence;
    }

    /// <summary>The confidence that 95 of 100 right answers reach, even odds at most: what lies below is unlike anything the model got right.</summary>
    private static double Lowest((double Confidence, bool Right)[] answers)
    {
        double[] right = [.. answers.Where(answer => answer.Right).Select(answer => answer.Confidence)];
        return right.Length == 0 ? 0 : Math.Min(EvenOdds, right[(int)(RightAnswersGivenUp * right.Length)]);
    }
}
