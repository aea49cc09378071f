using System.Globalization;

namespace Hasta.Training;

/// <summary>The length of a training run, known before it starts.</summary>
/// <param name="Epochs">Maximum number of epochs; early stopping may end the run sooner.</param>
/// <param name="StepsAnEpoch">Optimizer steps per epoch.</param>
/// <param name="Config">The settings they are derived from.</param>
internal sealed record TrainingPlan(int Epochs, int StepsAnEpoch, TrainingConfig Config)
{
    public override string ToString()
    {
        string steps = Count((long)Epochs * StepsAnEpoch, "step");
        string plan = $"{Count(Epochs, "epoch")} of {Count(StepsAnEpoch, "step")} ({steps}), batch {Config.BatchSize}";
        return Epochs > Config.Epochs ? $"{plan}; minSteps {Config.MinSteps} raised them from {Config.Epochs}" : plan;
    }

    private static string Count(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {unit}{(number == 1 ? "" : "s")}");
}
