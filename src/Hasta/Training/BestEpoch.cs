using Hasta.Evaluation;
using Hasta.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Validates the averaged weights after each epoch and remembers the best: the latest whose accuracy lies within one standard error of the
/// highest (Breiman et al. 1984), since a few validation clips cannot tell such epochs apart and later ones are trained further. Without
/// validation clips the latest is the best.
/// </summary>
internal sealed class BestEpoch(Classifier average, IReadOnlyList<TrainingClip> validation, Device device)
{
    private readonly List<EpochResult> history = [];
    private readonly Dictionary<string, Tensor> weights = [];
    private (double Accuracy, double Loss) highest = (0, double.PositiveInfinity);

    /// <summary>0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>The epoch that last raised the highest accuracy, or lowered the loss at it: training that gains nothing may stop.</summary>
    public int LastGain { get; private set; }

    public Calibration Calibration { get; private set; } = new(1, 0);

    public IReadOnlyList<EpochResult> History => history;

    public EpochResult Judge(int epoch, double trainLoss, double learningRate, TimeSpan elapsed)
    {
        var result = new EpochResult { Epoch = epoch, TrainLoss = trainLoss, LearningRate = learningRate, Seconds = Math.Round(elapsed.TotalSeconds, 2) };
        if (validation.Count == 0)
        {
            (Epoch, LastGain) = (epoch, epoch);
        }
        else
        {
            result = Validate(result);
        }

        history.Add(result);
        return result;
    }

    public void RestoreWeights()
    {
        using var _ = no_grad();
        foreach ((string name, Tensor value) in weights)
        {
            Weights.Of(average)[name].copy_(value);
            value.Dispose();
        }

        weights.Clear();
        average.eval();
    }

    private EpochResult Validate(EpochResult result)
    {
        IReadOnlyList<float[]> logits = Predictor.Logits(average, device, [.. validation.Select(clip => clip.Body)]);
        int[] glosses = [.. validation.Select(clip => clip.Gloss)];
        double accuracy = logits.Select((clip, i) => Array.IndexOf(clip, clip.Max()) == glosses[i] ? 1.0 : 0).Average();
        double loss = Calibration.Loss(logits, glosses, temperature: 1);
        if (accuracy > highest.Accuracy || (accuracy == highest.Accuracy && loss < highest.Loss))
        {
            highest = (accuracy, loss);
            LastGain = result.Epoch;
        }

        if (accuracy >= highest.Accuracy - Math.Sqrt(highest.Accuracy * (1 - highest.Accuracy) / validation.Count))
        {
            Epoch = result.Epoch;
            Calibration = Calibration.Fit(logits, glosses);
            Remember();
        }

        return result with { ValidationAccuracy = accuracy, ValidationLoss = loss };
    }

    /// <summary>In a scope, because a tensor that nothing holds may be freed by the garbage collector while native code reads it.</summary>
    private void Remember()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Tensor value) in Weights.Of(average))
        {
            weights.GetValueOrDefault(name)?.Dispose();
            weights[name] = value.detach().clone().DetachFromDisposeScope();
        }
    }
}
