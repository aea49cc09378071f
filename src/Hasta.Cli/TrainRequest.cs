using Hasta.Training.Memory;
using Hasta.Training.Runs;
using TorchSharp;

namespace Hasta.Cli;

/// <summary>A run to start or resume.</summary>
internal sealed record TrainRequest
{
    /// <summary>The run's folder.</summary>
    public required string Out { get; init; }

    /// <summary>The new run; null to resume the existing run.</summary>
    public RunRequest? New { get; init; }

    public required torch.Device Device { get; init; }

    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    /// <summary>The time between two saves within an epoch.</summary>
    public TimeSpan SaveEvery { get; init; } = LastCheckpoint.DefaultInterval;
}
