using Hasta.Datasets.Splits;
using Hasta.Training.Models.Vit;

namespace Hasta.Training.Runs;

/// <summary>A new run: its data, split and settings.</summary>
internal sealed record RunRequest
{
    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    public required SplitRequest Split { get; init; }

    public required TrainingConfig Config { get; init; }

    /// <summary>Published initial weights of the image backbone.</summary>
    public VitFolder? Backbone { get; init; }

    /// <summary>Whether to search for the micro-batch size and set <see cref="TrainingConfig.MicroBatch"/> to it.</summary>
    public bool FindMicroBatch { get; init; }
}
