using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Recognition.References;

namespace Hasta.Tool.References;

/// <summary>Computes how the words of a model are signed on average.</summary>
internal static class ModelReferences
{
    /// <param name="path">A run or checkpoint folder.</param>
    /// <param name="data">Data folders.</param>
    /// <returns>Number of words that have a reference, and of the model's words.</returns>
    /// <exception cref="BadFileException">A folder cannot be read, or has no word of the model by two signers.</exception>
    public static (int References, int Words) Add(string path, IReadOnlyList<string> data)
    {
        CheckpointFolder folder = CheckpointFolder.Locate(path);
        CheckpointContents contents = folder.Read();
        FeatureConfig features = contents.Config.Features with { Frames = null };
        var normalizer = new SequenceNormalizer(features);
        ILookup<string, (string Signer, NormalizedSequence Take)> takes = data.SelectMany(source => PreparedBodies.Read(normalizer, source))
            .ToLookup(clip => clip.Entry.Gloss, clip => (clip.Entry.Signer ?? "", clip.Body), StringComparer.Ordinal);
        KeyValuePair<string, LandmarkSequence>[] references =
        [
            .. ParallelMap.Run(contents.Vocabulary.Glosses, gloss => (Gloss: gloss, Average: SignAverage.Compute(takes[gloss])))
                .Where(word => word.Average is not null)
                .Select(word => KeyValuePair.Create(word.Gloss, ReferenceView.ToLandmarks(word.Average!, features.FramesPerSecond))),
        ];
        if (references.Length == 0)
        {
            throw new BadFileException(data[0], "it has no word of the model by two signers.", "Specify the model's training data.");
        }

        ReferenceFile.Write(Path.Combine(folder.Path, ReferenceFile.Name), references);
        return (references.Length, contents.Vocabulary.Count);
    }
}
