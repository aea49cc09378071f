using Hasta.Training.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>Told of a training run's progress while it runs.</summary>
internal interface ITrainingObserver
{
    void OnEpoch(EpochResult result, int epochs);

    /// <summary>The averaged weights after an epoch, where the settings ask for some to be kept; they change when training continues.</summary>
    void OnWeights(int epoch, Classifier classifier, Calibration calibration);

    /// <summary>The averaged weights are the best so far; they change when training continues.</summary>
    void OnBetter(Classifier classifier, Calibration calibration);
}
