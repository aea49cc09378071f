using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training.Runs;

/// <summary>Writes a run's metrics, its best checkpoint and those of its latest epochs during training.</summary>
internal sealed class RunRecorder : ITrainingObserver
{
    private readonly RunFolder folder;
    private readonly TrainingConfig config;
    private readonly SplitPlan plan;
    private readonly Vocabulary vocabulary;
    private readonly TensorBoardLog tensorBoard;
    private readonly List<EpochResult> history;

    public RunRecorder(RunFolder folder, TrainingConfig config, SplitPlan plan, Vocabulary vocabulary, TimeProvider clock)
    {
        (this.folder, this.config, this.plan, this.vocabulary) = (folder, config, plan, vocabulary);
        history = [.. RunFolder.ReadHistory(folder.Root)];
        tensorBoard = new TensorBoardLog(folder.TensorBoard, clock);
    }

    public required IProgress<WorkProgress> Progress { get; init; }

    /// <summary>See <see cref="CheckpointConfig.Engine"/>.</summary>
    public LandmarkEngineId? Engine { get; init; }

    public void OnEpoch(EpochResult result, int epochs)
    {
        history.RemoveAll(older => older.Epoch >= result.Epoch);
        history.Add(result);
        folder.WriteHistory(history);
        tensorBoard.Write(result);
        string note = result.ValidationAccuracy is { } accuracy ? $"validation {accuracy:P1}" : $"loss {result.TrainLoss:0.000}";
        Progress.Report(new WorkProgress(result.Epoch, epochs, note));
    }

    public void OnWeights(int epoch, Classifier classifier, Calibration calibration) =>
        folder.SaveEpoch(epoch, config.KeepEpochs, CheckpointOf(classifier, calibration), plan);

    public void OnBest(Classifier classifier, Calibration calibration) => folder.SaveBest(CheckpointOf(classifier, calibration), plan);

    /// <summary>Saves the best weights after the last epoch, with the prototypes of the training clips.</summary>
    public void OnFinished(TrainingResult result, KnownSigns signs) =>
        folder.SaveBest(CheckpointOf(result.Classifier, result.Calibration, signs), plan);

    private Checkpoint CheckpointOf(Classifier classifier, Calibration calibration, KnownSigns? signs = null) =>
        new(config.ForCheckpoint(calibration, plan.Description, Engine), vocabulary, classifier) { Signs = signs };
}
