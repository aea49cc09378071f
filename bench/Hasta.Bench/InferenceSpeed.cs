using System.Diagnostics;
using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Spectre.Console;
using static TorchSharp.torch;

namespace Hasta.Bench;

/// <summary>
/// Times one clip at a time: the network in ONNX Runtime, as recognition uses it; in libtorch on one thread; and from landmarks to logits.
/// </summary>
internal static class InferenceSpeed
{
    private const int MaxWarmUps = 30;
    private static readonly int[] Lengths = [24, 48];

    public static void Print(int passes)
    {
        var table = new Table().AddColumns(
        [
            "ms per clip, fastest / median",
            .. Lengths.SelectMany(frames => new[] { $"{frames} frames: libtorch", "ONNX Runtime", "landmarks to logits" }),
        ]);
        NormalizedSequence clip = IncludeSizedSet.Load(clips: 1)[0].Body;
        foreach ((string name, _, ModelConfig model) in BenchModels.All)
        {
            table.AddRow([name, .. Lengths.SelectMany(frames => Measure(model, new FeatureConfig(), Resampling.To(clip, frames), passes))]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Times the two-stream network on ViT-B/16, with random weights: time does not depend on them.</summary>
    public static void PrintVitFusion(int passes)
    {
        var features = new FeatureConfig { Frames = new FrameConfig() };
        NormalizedSequence clip = IncludeSizedSet.WithPictures(features);
        AnsiConsole.Write(new Table()
            .AddColumns(
                $"{clip.FrameCount} landmark frames and {features.Frames.Count} images, ms per clip, fastest / median of {passes}",
                "libtorch, one thread",
                "ONNX Runtime, all cores",
                "landmarks and JPEGs to logits")
            .AddRow(["VitFusion, ViT-B/16", .. Measure(new VitFusionConfig(), features, clip, passes)]));
    }

    /// <returns>Times of libtorch, of ONNX Runtime, and from landmarks to logits in ONNX Runtime.</returns>
    private static string[] Measure(ModelConfig config, FeatureConfig features, NormalizedSequence clip, int passes)
    {
        using IDisposable noGradients = no_grad();
        using Classifier classifier = Classifiers.Create(config, IncludeSizedSet.Glosses);
        classifier.eval();
        var settings = new CheckpointConfig { Model = config, Features = features, Extractor = FeatureExtractor.Name };
        var glosses = new Vocabulary(Enumerable.Range(0, IncludeSizedSet.Glosses).Select(i => $"{i}"));
        byte[] graph = ClassifierExporter.Export(new CheckpointContents(settings, glosses, Weights.ToArrays(classifier)));
        using var onnx = new OnnxClassifier(graph, features.Frames is not null);
        FeatureSequence[] sequences = [FeatureExtractor.Extract(clip)];
        using FeatureBatch batch = FeatureBatch.From(sequences, CPU);
        return
        [
            Time(passes, () => classifier.call(batch).Dispose()), // [1, gloss]
            Time(passes, () => onnx.Run(sequences)),
            Time(passes, () => onnx.Run([FeatureExtractor.Extract(clip)])),
        ];
    }

    private static string Time(int passes, Action action)
    {
        var times = new double[passes];
        for (int i = -Math.Min(MaxWarmUps, passes); i < passes; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return $"{times[0]:F2} / {times[passes / 2]:F2}";
    }
}
