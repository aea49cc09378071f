using Hasta.Training.Memory;
using Hasta.Training.Runs;
using TorchSharp;

namespace Hasta.Cli;

/// <summary>A run to make, or to continue with.</summary>
internal sealed record TrainRequest
{
    /// <summary>The run's folder.</summary>
    public required string Out { get; init; }

    /// <summary>Null to continue with the run that is there.</summary>
    public RunRequest? New { get; init; }

    public required torch.Device Device { get; init; }

    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    /// <summary>Between two saves within an epoch.</summary>
    public TimeSpan SaveEvery { get; init; } = LastCheckpoint.DefaultInterval;
}
