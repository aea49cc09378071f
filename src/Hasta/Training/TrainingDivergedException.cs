namespace Hasta.Training;

/// <summary>The loss is no number any more: the steps were too long.</summary>
public sealed class TrainingDivergedException : HastaException
{
    public TrainingDivergedException(double learningRate)
        : base($"Training diverged: the loss is no number any more at the learning rate {learningRate:g3}. Lower learningRate; the best weights so far are kept.")
    {
    }
}
