using System.Collections.Concurrent;
using Hasta.Datasets;
using Hasta.Features;
using Hasta.Landmarks.Files;
using Hasta.Models;

namespace Hasta.Training;

/// <summary>A prepared data set in memory: its clips as points in the signers' frames, and the vocabulary learned from it.</summary>
public sealed record TrainingData
{
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Manifest order; clips without a usable body are left out.</summary>
    public required IReadOnlyList<TrainingClip> Clips { get; init; }

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
    /// <param name="entries">The clips to load.</param>
    /// <param name="vocabulary">Clips of other glosses get the gloss number -1.</param>
    /// <param name="features">How points are made.</param>
    /// <exception cref="BadFileException">A .pose file is missing or not what the manifest says: prepare again.</exception>
    public static TrainingData Load(string data, IReadOnlyList<ManifestEntry> entries, Vocabulary vocabulary, FeatureConfig features)
    {
        var extractor = new BodySequenceExtractor(features);
        var skipped = new ConcurrentBag<SkippedClip>();
        TrainingClip?[] clips = [.. entries.AsParallel().AsOrdered().Select(entry =>
        {
            try
            {
                BodySequence body = extractor.Extract(PoseFile.Read(Manifest.PosePath(data, entry.Clip)));
                return new TrainingClip(entry.Clip, body, vocabulary.IndexOf(entry.Gloss), entry.Signer);
            }
            catch (NoBodyException error)
            {
                skipped.Add(new SkippedClip(entry.Clip, error.Message));
                return null;
            }
        })];
        return new TrainingData
        {
            Vocabulary = vocabulary,
            Clips = [.. clips.OfType<TrainingClip>()],
            Skipped = [.. skipped.OrderBy(clip => clip.Clip, StringComparer.Ordinal)],
        };
    }
}
