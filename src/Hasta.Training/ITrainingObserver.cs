using Hasta.Training.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>Receives the progress of a training run.</summary>
internal interface ITrainingObserver
{
    void OnEpoch(EpochResult result, int epochs);

    /// <summary>
    /// Passes the averaged weights after an epoch, if <see cref="TrainingConfig.KeepEpochs"/> is above 0; they change as training
    /// continues.
    /// </summary>
    void OnWeights(int epoch, Classifier classifier, Calibration calibration);

    /// <summary>Passes the averaged weights when they are the best so far; they change as training continues.</summary>
    void OnBest(Classifier classifier, Calibration calibration);
}
