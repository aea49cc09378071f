using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models.Vit;

namespace Hasta.Training;

/// <summary>What to learn from.</summary>
internal sealed record TrainingInput
{
    /// <summary>What the clips' gloss numbers mean.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>At least two clips.</summary>
    public required IReadOnlyList<LoadedClip> Train { get; init; }

    /// <summary>Chooses the epoch; may be empty: then all epochs run and the last weights are taken.</summary>
    public IReadOnlyList<LoadedClip> Validation { get; init; } = [];

    /// <summary>Published weights that the image backbone starts from; null where it starts from random ones, or there is none.</summary>
    public VitFolder? Backbone { get; init; }

    /// <summary>See <see cref="CheckpointConfig.Engine"/>.</summary>
    public LandmarkEngineId? Engine { get; init; }
}
