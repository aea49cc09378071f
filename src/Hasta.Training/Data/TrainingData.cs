using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;

namespace Hasta.Training.Data;

/// <summary>A prepared data set in memory: its clips as points in the signers' frames, and the vocabulary learned from it.</summary>
internal sealed record TrainingData
{
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Manifest order; clips without a usable body are left out.</summary>
    public required IReadOnlyList<LoadedClip> Clips { get; init; }

    public required IReadOnlyList<SkippedClip> Skipped { get; init; }

    /// <summary>Every distinct gloss, in ordinal order.</summary>
    /// <exception cref="BadFileException">Fewer than two glosses.</exception>
    public static Vocabulary VocabularyOf(string data, IReadOnlyList<ManifestEntry> entries)
    {
        string[] glosses = [.. entries.Select(entry => entry.Gloss).Distinct().Order(StringComparer.Ordinal)];
        return glosses.Length >= 2
            ? new Vocabulary(glosses)
            : throw new BadFileException(data, $"{glosses.Length} gloss(es) in its manifest.", "A classifier needs clips of at least two signs.");
    }

    /// <param name="data">The data folder.</param>
    /// <param name="entries">The clips to load, all of glosses in the vocabulary.</param>
    /// <param name="vocabulary">Numbers the glosses.</param>
    /// <param name="features">How points are made.</param>
    /// <exception cref="BadFileException">A .pose file is missing or not what the manifest says: prepare again.</exception>
    public static TrainingData Load(string data, IReadOnlyList<ManifestEntry> entries, Vocabulary vocabulary, FeatureConfig features)
    {
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(data, entries, features, out IReadOnlyList<SkippedClip> skipped);
        return new TrainingData { Vocabulary = vocabulary, Clips = clips, Skipped = skipped };
    }
}
