namespace Hasta.Training.Optimisation;

/// <summary>Linear warm-up, then half a cosine down to 0, counted in optimiser steps.</summary>
internal static class LearningRate
{
    /// <param name="config">Peak and warm-up.</param>
    /// <param name="step">From 0.</param>
    /// <param name="steps">All steps of the run.</param>
    public static double At(TrainingConfig config, int step, int steps)
    {
        double warmupFraction = Math.Max(1, config.WarmupFraction * steps);
        return step < warmupFraction
            ? config.LearningRate * (step + 1) / warmupFraction
            : config.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * (step - warmupFraction) / Math.Max(1, steps - warmupFraction)));
    }
}
