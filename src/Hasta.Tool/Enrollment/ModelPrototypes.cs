using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;

namespace Hasta.Tool.Enrollment;

/// <summary>Computes the prototypes of a model that exists.</summary>
internal static class ModelPrototypes
{
    /// <param name="path">A run or checkpoint folder.</param>
    /// <param name="data">Data folders.</param>
    /// <exception cref="BadFileException">A folder cannot be read, or has no clip of the model's words.</exception>
    /// <exception cref="EnrollmentUnavailableException">The model uses video frames.</exception>
    public static KnownSigns Add(string path, IReadOnlyList<string> data)
    {
        using RecognitionModel model = RecognitionModel.Load(path);
        if (model.Config.Features.Frames is not null)
        {
            throw new EnrollmentUnavailableException($"{path} uses video frames, which enrolled signs do not have.");
        }

        ILookup<bool, SignTake> takes = data.SelectMany(folder => Takes(model, folder))
            .ToLookup(take => model.Vocabulary.IndexOf(take.Gloss) >= 0);
        if (!takes.Contains(true))
        {
            throw new BadFileException(data[0], "it has no clip of a word that the model knows.", "Specify the model's training data.");
        }

        KnownSigns signs = KnownSigns.Fit([.. takes[true]], [.. takes[false]]);
        PrototypeFile.Write(CheckpointFolder.PrototypesIn(CheckpointFolder.Locate(path).Path), signs);
        return signs;
    }

    private static IEnumerable<SignTake> Takes(RecognitionModel model, string folder)
    {
        (ManifestEntry Entry, NormalizedSequence Body)[] clips = PreparedBodies.Read(new SequenceNormalizer(model.Config.Features), folder);
        return model.Run([.. clips.Select(clip => clip.Body)])
            .Zip(clips, (output, clip) => new SignTake(clip.Entry.Gloss, clip.Entry.Signer, output.Embedding));
    }
}
