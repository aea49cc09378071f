using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Runs a classifier in training on clips it is not trained on, one batch at a time.</summary>
internal static class Predictor
{
    private const int ClipsAtATime = 64;

    /// <summary>Leaves the classifier in evaluation mode.</summary>
    /// <returns>Logits, one <c>[gloss]</c> array per clip, in the clips' order.</returns>
    public static IReadOnlyList<float[]> Logits(Classifier classifier, Device device, IReadOnlyList<NormalizedSequence> clips) =>
        [.. Run(classifier, device, clips).Select(output => output.Logits)];

    /// <summary>Leaves the classifier in evaluation mode.</summary>
    /// <returns>One per clip, in the clips' order.</returns>
    public static IReadOnlyList<ClassifierOutput> Run(Classifier classifier, Device device, IReadOnlyList<NormalizedSequence> clips)
    {
        classifier.eval();
        var outputs = new List<ClassifierOutput>(clips.Count);
        foreach (NormalizedSequence[] chunk in clips.Chunk(ClipsAtATime))
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable noGradients = no_grad();
            using var batch = FeatureBatch.From(ParallelMap.Run(chunk, FeatureExtractor.Extract), device);
            Tensor embedding = classifier.Embed(batch);
            IEnumerable<float[]> logits = Rows(classifier.Classify(embedding));                 // [batch, gloss]
            IEnumerable<float[]> embeddings = Rows(nn.functional.normalize(embedding, dim: 1)); // [batch, width]
            outputs.AddRange(logits.Zip(embeddings, (clip, unit) => new ClassifierOutput(clip, unit)));
        }

        return outputs;
    }

    private static float[][] Rows(Tensor matrix) => [.. matrix.cpu().data<float>().ToArray().Chunk((int)matrix.shape[1])];
}
