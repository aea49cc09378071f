using Hasta.Landmarks;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Validates the averaged weights after each epoch and remembers the best: the latest whose accuracy lies within one standard error of the
/// highest (Breiman et al. 1984), since a few validation clips cannot tell such epochs apart and later ones are trained further. Without
/// validation clips the latest is the best.
/// </summary>
internal sealed class BestEpoch(Classifier average, TrainingInput input, Device device) : IDisposable
{
    private readonly Dictionary<string, Tensor> weights = [];

    public BestState State { get; private set; } = new();

    /// <summary>Those of the best epoch; none before the first, or where the latest is the best.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights => weights;

    public EpochResult Update(EpochResult result)
    {
        if (input.Validation.Count == 0)
        {
            State = State with { Epoch = result.Epoch, LastGain = result.Epoch };
        }
        else
        {
            result = Validate(result);
        }

        State = State with { History = [.. State.History, result] };
        return result;
    }

    /// <summary>Brings the best weights back into the average, for use.</summary>
    public void RestoreWeights()
    {
        Checkpoints.Weights.Copy(weights, Checkpoints.Weights.Collect(average));
        average.eval();
    }

    /// <summary>Resumes from an earlier process.</summary>
    /// <param name="state">Its last.</param>
    /// <param name="path">The best weights' file; it need not be there.</param>
    /// <exception cref="BadFileException">It is damaged, or of another model.</exception>
    public void Restore(BestState state, string path)
    {
        State = state;
        if (File.Exists(path))
        {
            Remember();
            Checkpoints.Weights.Load(weights, path);
        }
    }

    public void Dispose()
    {
        foreach (Tensor value in weights.Values)
        {
            value.Dispose();
        }
    }

    private EpochResult Validate(EpochResult result)
    {
        IReadOnlyList<float[]> logits = Predictor.Logits(average, device, [.. input.Validation.Select(clip => clip.Body)]);
        int[] glosses = [.. input.Validation.Select(clip => input.Vocabulary.IndexOf(clip.Gloss))];
        double accuracy = logits.Select((clip, i) => Array.IndexOf(clip, clip.Max()) == glosses[i] ? 1.0 : 0).Average();
        double loss = Calibration.Loss(logits, glosses, temperature: 1);
        if (accuracy > State.HighestAccuracy || (accuracy == State.HighestAccuracy && !(loss >= State.LossAtHighest)))
        {
            State = State with { HighestAccuracy = accuracy, LossAtHighest = loss, LastGain = result.Epoch };
        }

        double error = Math.Sqrt(State.HighestAccuracy * (1 - State.HighestAccuracy) / input.Validation.Count);
        if (accuracy >= State.HighestAccuracy - error)
        {
            State = State with { Epoch = result.Epoch, Calibration = Calibration.Fit(logits, glosses) };
            Remember();
        }

        return result with { ValidationAccuracy = accuracy, ValidationLoss = loss };
    }

    /// <summary>In a scope, because a tensor that nothing holds may be freed by the garbage collector while native code reads it.</summary>
    private void Remember()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Tensor value) in Checkpoints.Weights.Collect(average))
        {
            weights.GetValueOrDefault(name)?.Dispose();
            weights[name] = value.detach().clone().DetachFromDisposeScope();
        }
    }
}
