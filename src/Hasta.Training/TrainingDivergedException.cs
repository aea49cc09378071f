using Hasta.Landmarks;

namespace Hasta.Training;

/// <summary>The loss is NaN or has diverged, because the steps were too long.</summary>
internal sealed class TrainingDivergedException : HastaException
{
    /// <param name="where">Epoch and step, both from 1.</param>
    /// <param name="loss">Loss of that step.</param>
    /// <param name="learningRate">Learning rate of that step.</param>
    /// <param name="last">Path of the last checkpoint; null if there is none.</param>
    internal TrainingDivergedException((int Epoch, int Step) where, double loss, double learningRate, string? last)
        : base($"Training diverged in step {where.Step} of epoch {where.Epoch}: the loss is {loss:g3} at learning rate {learningRate:g3}. "
            + "Lower learningRate or maxGradientNorm; "
            + (last is null ? "no checkpoint has been written yet." : $"the last good checkpoint is {last}."))
    {
    }
}
