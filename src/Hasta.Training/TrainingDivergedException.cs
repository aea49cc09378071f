using Hasta.Landmarks;

namespace Hasta.Training;

/// <summary>The loss is no number any more, or absurdly high: the steps were too long.</summary>
internal sealed class TrainingDivergedException : HastaException
{
    /// <param name="where">Epoch and step, both from 1.</param>
    /// <param name="loss">Of that step.</param>
    /// <param name="learningRate">Of that step.</param>
    /// <param name="last">The last checkpoint, where there is one.</param>
    internal TrainingDivergedException((int Epoch, int Step) where, double loss, double learningRate, string? last)
        : base($"Training diverged in step {where.Step} of epoch {where.Epoch}: the loss is {loss:g3}{(double.IsFinite(loss) ? "" : ", no number any more,")} at the learning rate {learningRate:g3}. "
            + "Lower learningRate or maxGradientNorm; "
            + (last is null ? "no checkpoint was written yet." : $"the last good checkpoint is {last}."))
    {
    }
}
