using Hasta.Datasets.Splits;
using Hasta.Training.Models.Vit;

namespace Hasta.Training.Runs;

/// <summary>A new run: what to train on, how it is parted, and with what settings.</summary>
internal sealed record RunRequest
{
    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    public required SplitRequest Split { get; init; }

    public required TrainingConfig Config { get; init; }

    /// <summary>Published weights that the image backbone starts from.</summary>
    public VitFolder? Backbone { get; init; }

    /// <summary>Finds out how many clips can be computed at a time, and sets <see cref="TrainingConfig.MicroBatch"/> to it.</summary>
    public bool FindMicroBatch { get; init; }
}
