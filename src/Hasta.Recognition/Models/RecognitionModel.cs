using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Inference;
using Hasta.Recognition.Features;
using Hasta.Recognition.Onnx;

namespace Hasta.Recognition.Models;

/// <summary>
/// A checkpoint on ONNX Runtime, for all that recognises or measures. Its graph is made from the checkpoint's numbers, byte for byte as training writes
/// <c>model.onnx</c>: a graph that came with a stranger's files is never run.
/// </summary>
internal sealed class RecognitionModel : IDisposable
{
    private const int ClipsAtATime = 64;

    /// <summary>Of models that look at pictures: the numbers between their layers take a gigabyte per 32 clips.</summary>
    private const int PictureClipsAtATime = 4;

    private readonly OnnxClassifier classifier;

    /// <param name="contents">A checkpoint's.</param>
    /// <param name="onnx">The same as a graph.</param>
    internal RecognitionModel(CheckpointContents contents, byte[] onnx)
    {
        (Config, Vocabulary, ParameterCount) = (contents.Config, contents.Vocabulary, contents.ParameterCount);
        classifier = new OnnxClassifier(onnx, Config.Features.Frames is not null, ExecutionProviders.OfBuild());
    }

    public CheckpointConfig Config { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Trained numbers.</summary>
    public long ParameterCount { get; }

    /// <param name="path">A run, or a checkpoint folder.</param>
    /// <param name="format">How the graph keeps its matrices.</param>
    /// <exception cref="BadFileException">A part is missing, damaged, or does not fit the others.</exception>
    /// <exception cref="ExecutionProviderException">Hasta was built for a device that is not here.</exception>
    public static RecognitionModel Load(string path, WeightFormat format = WeightFormat.Full)
    {
        var folder = CheckpointFolder.Locate(path);
        CheckpointContents contents = folder.Read();
        return new RecognitionModel(contents, folder.ToOnnx(contents, format));
    }

    /// <returns>Logits, one <c>[gloss]</c> array per clip, in the clips' order.</returns>
    /// <exception cref="NoAnswerException">A logit is not finite.</exception>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<NormalizedSequence> clips)
    {
        var logits = new List<float[]>(clips.Count);
        foreach (NormalizedSequence[] chunk in clips.Chunk(Config.Features.Frames is null ? ClipsAtATime : PictureClipsAtATime))
        {
            logits.AddRange(classifier.Logits(ParallelMap.Run(chunk, FeatureExtractor.Extract)));
        }

        NoAnswerException.ThrowUnlessFinite(Config.Model.Name, logits);
        return logits;
    }

    public void Dispose() => classifier.Dispose();
}
