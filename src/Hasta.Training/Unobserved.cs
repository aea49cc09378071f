using Hasta.Training.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>For trainings of which only the result counts.</summary>
internal sealed class Unobserved : ITrainingObserver
{
    public static Unobserved Instance { get; } = new();

    public void OnEpoch(EpochResult result, int epochs)
    {
    }

    public void OnWeights(int epoch, Classifier classifier, Calibration calibration)
    {
    }

    public void OnBest(Classifier classifier, Calibration calibration)
    {
    }
}
