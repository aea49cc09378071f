using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;

namespace Hasta.Training.Data;

/// <summary>A prepared data set in memory: its clips as points in the signers' coordinate frames, and its vocabulary.</summary>
internal sealed record TrainingData
{
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>In manifest order, without clips that have no usable body.</summary>
    public required IReadOnlyList<LoadedClip> Clips { get; init; }

    public required IReadOnlyList<SkippedClip> Skipped { get; init; }

    /// <summary>Returns all distinct glosses, in ordinal order.</summary>
    /// <exception cref="BadFileException">There are fewer than two glosses.</exception>
    public static Vocabulary VocabularyOf(string data, IReadOnlyList<ManifestEntry> entries)
    {
        string[] glosses = [.. entries.Select(entry => entry.Gloss).Distinct().Order(StringComparer.Ordinal)];
        return glosses.Length >= 2
            ? new Vocabulary(glosses)
            : throw new BadFileException(
                data,
                $"the manifest contains {glosses.Length} gloss(es).",
                "A classifier needs clips of at least two glosses.");
    }

    /// <param name="data">The data folder.</param>
    /// <param name="entries">The clips to load; all their glosses are in the vocabulary.</param>
    /// <param name="vocabulary">All glosses.</param>
    /// <param name="features">Settings of the features.</param>
    /// <exception cref="BadFileException">A .pose file is missing or does not match the manifest; run prepare again.</exception>
    public static TrainingData Load(string data, IReadOnlyList<ManifestEntry> entries, Vocabulary vocabulary, FeatureConfig features)
    {
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(data, entries, features, out IReadOnlyList<SkippedClip> skipped);
        return new TrainingData { Vocabulary = vocabulary, Clips = clips, Skipped = skipped };
    }
}
