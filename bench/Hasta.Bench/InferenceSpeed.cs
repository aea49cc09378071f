using System.Diagnostics;
using Hasta.Features;
using Hasta.Models;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Bench;

/// <summary>One clip at a time on one thread: from its points in the signer's frame to logits as plain numbers, and the network's pass alone.</summary>
internal static class InferenceSpeed
{
    private const int MostWarmUps = 30;
    private static readonly int[] Lengths = [24, 48];

    public static void Print(int runs)
    {
        var table = new Table().AddColumns($"ms a clip, fastest / median of {runs}", "24 frames: points to logits", "network alone", "48 frames: points to logits", "network alone");
        BodySequence clip = IncludeSizedSet.Load(clips: 1)[0].Body;
        foreach ((string name, _, ModelConfig model) in BenchModels.All)
        {
            using Classifier classifier = model.Create(FeatureExtractor.Count, IncludeSizedSet.Glosses);
            classifier.eval();
            table.AddRow([name, .. Lengths.SelectMany(frames => Measure(classifier, Resampling.To(clip, frames), runs))]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The two-stream network on ViT-B/16 with random weights: time does not depend on them.</summary>
    public static void PrintVitFusion(int runs)
    {
        var features = new FeatureConfig { Frames = new FrameConfig() };
        BodySequence clip = IncludeSizedSet.WithPictures(features);
        using Classifier classifier = new VitFusionConfig().Create(FeatureExtractor.Count, IncludeSizedSet.Glosses);
        classifier.eval();
        string[] measured = Measure(classifier, clip, runs);
        AnsiConsole.Write(new Table()
            .AddColumns($"ms a clip, fastest / median of {runs}", $"{clip.Time} frames and {features.Frames.Count} pictures: points and JPEGs to logits", "network alone")
            .AddRow(["VitFusion, ViT-B/16", .. measured]));
    }

    private static string[] Measure(Classifier classifier, BodySequence clip, int runs)
    {
        using IDisposable noGradients = no_grad();
        using FeatureBatch ready = FeatureBatch.From([FeatureExtractor.Extract(clip)], CPU);
        return
        [
            Time(runs, () =>
            {
                using FeatureBatch batch = FeatureBatch.From([FeatureExtractor.Extract(clip)], CPU);
                using Tensor logits = classifier.call(batch); // [1, gloss]
                return logits.data<float>().ToArray();
            }),
            Time(runs, () =>
            {
                classifier.call(ready).Dispose(); // [1, gloss]
                return [];
            }),
        ];
    }

    private static string Time(int runs, Func<float[]> run)
    {
        var times = new double[runs];
        for (int i = -Math.Min(MostWarmUps, runs); i < runs; i++)
        {
            using DisposeScope scope = NewDisposeScope();
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
