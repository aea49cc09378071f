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

/// <summary>One clip at a time: the network's pass in ONNX Runtime, as recognition runs it, beside libtorch's on one thread; and from points to logits.</summary>
internal static class InferenceSpeed
{
    private const int MaxWarmUps = 30;
    private static readonly int[] Lengths = [24, 48];

    public static void Print(int runs)
    {
        var table = new Table().AddColumns(["ms per clip, fastest / median", .. Lengths.SelectMany(frames => new[] { $"{frames} frames: libtorch", "ONNX Runtime", "points to logits" })]);
        NormalizedSequence clip = IncludeSizedSet.Load(clips: 1)[0].Body;
        foreach ((string name, _, ModelConfig model) in BenchModels.All)
        {
            table.AddRow([name, .. Lengths.SelectMany(frames => Measure(model, new FeatureConfig(), Resampling.To(clip, frames), runs))]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The two-stream network on ViT-B/16 with random weights: time does not depend on them.</summary>
    public static void PrintVitFusion(int runs)
    {
        var features = new FeatureConfig { Frames = new FrameConfig() };
        NormalizedSequence clip = IncludeSizedSet.WithPictures(features);
        AnsiConsole.Write(new Table()
            .AddColumns($"{clip.FrameCount} frames and {features.Frames.Count} pictures, ms per clip, fastest / median of {runs}", "libtorch, one thread", "ONNX Runtime, all cores", "points and JPEGs to logits")
            .AddRow(["VitFusion, ViT-B/16", .. Measure(new VitFusionConfig(), features, clip, runs)]));
    }

    /// <returns>libtorch, ONNX Runtime, and points to logits in the latter.</returns>
    private static string[] Measure(ModelConfig config, FeatureConfig features, NormalizedSequence clip, int runs)
    {
        using IDisposable noGradients = no_grad();
        using Classifier classifier = Classifiers.Create(config, IncludeSizedSet.Glosses);
        classifier.eval();
        var settings = new CheckpointConfig { Model = config, Features = features, Extractor = FeatureExtractor.Name };
        var glosses = new Vocabulary(Enumerable.Range(0, IncludeSizedSet.Glosses).Select(i => $"{i}"));
        byte[] graph = ClassifierExporter.Export(new CheckpointContents(settings, glosses, Weights.ToArrays(classifier)));
        using var onnx = new OnnxClassifier(graph, features.Frames is not null);
        FeatureSequence[] ready = [FeatureExtractor.Extract(clip)];
        using FeatureBatch batch = FeatureBatch.From(ready, CPU);
        return
        [
            Time(runs, () => classifier.call(batch).Dispose()), // [1, gloss]
            Time(runs, () => onnx.Logits(ready)),
            Time(runs, () => onnx.Logits([FeatureExtractor.Extract(clip)])),
        ];
    }

    private static string Time(int runs, Action run)
    {
        var times = new double[runs];
        for (int i = -Math.Min(MaxWarmUps, runs); i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return $"{times[0]:F2} / {times[runs / 2]:F2}";
    }
}
