using Hasta.Datasets;
using Hasta.Training;
using TorchSharp;

namespace Hasta.Cli;

/// <summary>What to train on, with what settings, and where to.</summary>
public sealed record TrainRequest
{
    public required string Data { get; init; }

    public required string Out { get; init; }

    public required TrainingConfig Config { get; init; }

    public required SplitRequest Split { get; init; }

    public required torch.Device Device { get; init; }
}
