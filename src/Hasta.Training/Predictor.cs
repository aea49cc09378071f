using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Training.Data;
using Hasta.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Computes the logits of a classifier in training for clips it is not trained on, one batch at a time.</summary>
internal static class Predictor
{
    private const int ClipsAtATime = 64;

    /// <summary>Leaves the classifier in evaluation mode.</summary>
    /// <returns>Logits, one <c>[gloss]</c> array per clip, in the clips' order.</returns>
    public static IReadOnlyList<float[]> Logits(Classifier classifier, Device device, IReadOnlyList<NormalizedSequence> clips)
    {
        classifier.eval();
        var logits = new List<float[]>(clips.Count);
        foreach (NormalizedSequence[] chunk in clips.Chunk(ClipsAtATime))
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable noGradients = no_grad();
            using var batch = FeatureBatch.From(ParallelMap.Run(chunk, FeatureExtractor.Extract), device);
            float[] values = classifier.call(batch).cpu().data<float>().ToArray(); // [batch, gloss]
            logits.AddRange(values.Chunk(values.Length / chunk.Length));
        }

        return logits;
    }
}
