using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models.Vit;

namespace Hasta.Training;

/// <summary>The clips and vocabulary to train on.</summary>
internal sealed record TrainingInput
{
    /// <summary>Maps gloss numbers to glosses.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>At least two clips.</summary>
    public required IReadOnlyList<LoadedClip> Train { get; init; }

    /// <summary>Clips that select the best epoch. If empty, all epochs are trained and the last weights are used.</summary>
    public IReadOnlyList<LoadedClip> Validation { get; init; } = [];

    /// <summary>Published initial weights of the image backbone; null if it starts from random weights, or there is no backbone.</summary>
    public VitFolder? Backbone { get; init; }

    /// <summary>See <see cref="CheckpointConfig.Engine"/>.</summary>
    public LandmarkEngineId? Engine { get; init; }
}
