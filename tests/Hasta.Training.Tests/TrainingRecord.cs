using Hasta.Training.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training.Tests;

/// <summary>Records what a training run reports; <see cref="AfterEpoch"/> can stop it after an epoch.</summary>
internal sealed class TrainingRecord : ITrainingObserver
{
    public List<EpochResult> Epochs { get; } = [];

    public List<int> Kept { get; } = [];

    public List<int> Better { get; } = [];

    public Action<int>? AfterEpoch { get; init; }

    public void OnEpoch(EpochResult result, int epochs)
    {
        Epochs.Add(result);
        AfterEpoch?.Invoke(result.Epoch);
    }

    public void OnWeights(int epoch, Classifier classifier, Calibration calibration) => Kept.Add(epoch);

    public void OnBest(Classifier classifier, Calibration calibration) => Better.Add(Epochs.Count);
}
