using System.Globalization;

namespace Hasta.Training;

/// <summary>How long a training will be, known before it starts.</summary>
/// <param name="Epochs">The most that are run.</param>
/// <param name="StepsAnEpoch">Optimiser steps.</param>
/// <param name="Config">The settings that led to them.</param>
internal sealed record TrainingPlan(int Epochs, int StepsAnEpoch, TrainingConfig Config)
{
    public override string ToString()
    {
        string plan = $"{Count(Epochs, "epoch")} of {Count(StepsAnEpoch, "step")} ({Count((long)Epochs * StepsAnEpoch, "step")}), batch {Config.BatchSize}";
        return Epochs > Config.Epochs ? $"{plan}; minSteps {Config.MinSteps} raised them from {Config.Epochs}" : plan;
    }

    private static string Count(long number, string of) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {of}{(number == 1 ? "" : "s")}");
}
