namespace Hasta.Training;

/// <summary>The loss is no number any more: the steps were too long.</summary>
public sealed class TrainingDivergedException : HastaException
{
    public TrainingDivergedException(int epoch, int step, double learningRate, string? last)
        : base($"Training diverged in step {step} of epoch {epoch}: the loss or its gradient is no number any more at the learning rate {learningRate:g3}. Lower learningRate or clipGradient; "
            + (last is null ? "no checkpoint was written yet." : $"the last good checkpoint is {last}."))
    {
    }
}
