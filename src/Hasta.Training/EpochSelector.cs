using Hasta.Landmarks;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Validates the averaged weights after each epoch and keeps a copy of the best: the latest epoch whose accuracy is within one standard
/// error of the highest (Breiman et al. 1984). A few validation clips cannot distinguish such epochs, and later ones are trained longer.
/// Without validation clips, the latest epoch is the best.
/// </summary>
internal sealed class EpochSelector(Classifier average, TrainingInput input, Device device) : IDisposable
{
    private readonly Dictionary<string, Tensor> weights = [];

    public BestState State { get; private set; } = new();

    /// <summary>Weights of the best epoch; empty before the first epoch, and without validation clips.</summary>
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

    /// <summary>Copies the best weights into the averaged classifier and switches it to evaluation mode.</summary>
    public void RestoreWeights()
    {
        Checkpoints.Weights.Copy(weights, Checkpoints.Weights.Collect(average));
        average.eval();
    }

    /// <summary>Restores the state of an earlier process.</summary>
    /// <param name="state">The last state of that process.</param>
    /// <param name="path">File of the best weights; may be missing.</param>
    /// <exception cref="BadFileException">The file is damaged, or belongs to another model.</exception>
    public void Restore(BestState state, string path)
    {
        State = state;
        if (File.Exists(path))
        {
            CopyWeights();
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
            CopyWeights();
        }

        return result with { ValidationAccuracy = accuracy, ValidationLoss = loss };
    }

    /// <remarks>The scope keeps tensors alive: the garbage collector may free an unreferenced tensor while native code reads it.</remarks>
    private void CopyWeights()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Tensor value) in Checkpoints.Weights.Collect(average))
        {
            weights.GetValueOrDefault(name)?.Dispose();
            weights[name] = value.detach().clone().DetachFromDisposeScope();
        }
    }
}
