namespace Hasta.Training.Optimisation;

/// <summary>Linear warm-up, then half a cosine down to 0, in optimizer steps.</summary>
internal static class LearningRate
{
    /// <param name="config">Peak learning rate and warm-up fraction.</param>
    /// <param name="step">Step of the run, from 0.</param>
    /// <param name="steps">Number of steps of the run.</param>
    public static double At(TrainingConfig config, int step, int steps)
    {
        double warmupSteps = Math.Max(1, config.WarmupFraction * steps);
        return step < warmupSteps
            ? config.LearningRate * (step + 1) / warmupSteps
            : config.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * (step - warmupSteps) / Math.Max(1, steps - warmupSteps)));
    }
}
