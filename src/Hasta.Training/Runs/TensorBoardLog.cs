namespace Hasta.Training.Runs;

/// <summary>A run's curves for TensorBoard: <c>tensorboard --logdir RUN/tensorboard</c>.</summary>
internal sealed class TensorBoardLog(string folder, TimeProvider clock)
{
    private readonly EventFile file = new(folder, clock);

    public void Write(EpochResult result)
    {
        (string Tag, double? Value)[] values =
        [
            ("loss/train", result.TrainLoss),
            ("loss/validation", result.ValidationLoss),
            ("accuracy/validation", result.ValidationAccuracy),
            ("learning rate", result.LearningRate),
            ("speed/clips a second", result.ClipsPerSecond),
            ("speed/waiting for clips", result.Waiting),
        ];
        file.Write(
            result.Epoch,
            values.Where(value => value.Value is not null).ToDictionary(value => value.Tag, value => value.Value!.Value));
    }
}
