using TorchSharp;
using TorchSharp.Modules;

namespace Hasta.Training;

/// <summary>A run's curves for TensorBoard: <c>tensorboard --logdir RUN/tensorboard</c>.</summary>
internal sealed class TensorBoardLog(string folder)
{
    private readonly SummaryWriter writer = torch.utils.tensorboard.SummaryWriter(folder);

    public void Write(EpochResult result)
    {
        Write("loss/train", result.TrainLoss, result.Epoch);
        Write("loss/validation", result.ValidationLoss, result.Epoch);
        Write("accuracy/validation", result.ValidationAccuracy, result.Epoch);
        Write("learning rate", result.LearningRate, result.Epoch);
        Write("speed/clips a second", result.ClipsPerSecond, result.Epoch);
        Write("speed/waiting for clips", result.Waiting, result.Epoch);
    }

    private void Write(string tag, double? value, int epoch)
    {
        if (value is { } number)
        {
            writer.add_scalar(tag, (float)number, epoch);
        }
    }
}
