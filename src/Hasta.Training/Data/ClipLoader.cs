using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Pictures.KeptFrames;
using Hasta.Recognition;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>Loads prepared clips for training and evaluation.</summary>
internal static class ClipLoader
{
    /// <param name="data">The data folder.</param>
    /// <param name="entries">The clips to load.</param>
    /// <param name="features">Settings of the features.</param>
    /// <param name="skipped">Clips in which no body is detected, with the reason.</param>
    /// <returns>The other clips, in the order of the entries.</returns>
    /// <exception cref="BadFileException">
    /// A .pose file, or a file of kept frames that the features need, is missing or damaged; run prepare again.
    /// </exception>
    public static IReadOnlyList<LoadedClip> Load(
        string data,
        IReadOnlyList<ManifestEntry> entries,
        FeatureConfig features,
        out IReadOnlyList<SkippedClip> skipped)
    {
        var extractor = new SequenceNormalizer(features);
        if (features.Frames is not null && entries.FirstOrDefault(entry => entry.KeptFrames is null) is { } withoutFrames)
        {
            throw new BadFileException(
                data,
                $"{withoutFrames.Clip} was prepared without kept frames, which this model needs.",
                "Keep them with: hasta prepare VIDEOS --out DATA --frames");
        }

        (LoadedClip? Clip, SkippedClip? Skipped)[] all = ParallelMap.Run(entries, entry => Load(data, entry, (extractor, features)));
        skipped = [.. all.Select(clip => clip.Skipped).OfType<SkippedClip>()];
        return [.. all.Select(clip => clip.Clip).OfType<LoadedClip>()];
    }

    private static (LoadedClip? Clip, SkippedClip? Skipped) Load(
        string data,
        ManifestEntry entry,
        (SequenceNormalizer Extractor, FeatureConfig Config) features)
    {
        try
        {
            LandmarkSequence sequence = PoseFile.Read(Manifest.PosePath(data, entry.Clip));
            FrameSetFile? frames = features.Config.Frames is null ? null : FrameSetFile.Open(Manifest.FramesPath(data, entry.Clip));
            NormalizedSequence body = features.Extractor.Extract(sequence, frames);
            var clip = new LoadedClip(entry.Clip, entry.Gloss, entry.Signer, body)
            {
                Duration = TimeSpan.FromSeconds(entry.Frames / entry.Fps),
                Reason = SignEvidence.Check(sequence),
            };
            return (clip, null);
        }
        catch (NoBodyException error)
        {
            return (null, new SkippedClip(entry.Clip, error.Message));
        }
    }
}
