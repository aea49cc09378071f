using System.Diagnostics;
using Hasta.Recognition.Models;
using Hasta.Training;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Bench;

/// <summary>
/// Measures training clips per second: the trainer, a bare TorchSharp loop over the same precomputed batches, and the same network in
/// PyTorch.
/// </summary>
internal sealed class TrainingSpeed(LoadedClip[] clips, int rounds, string? only)
{
    /// <summary>Epochs of the comparison. The first starts with an empty queue of batches, as in a run.</summary>
    private const int Epochs = 3;

    private static readonly Vocabulary Vocabulary = new(Enumerable.Range(0, IncludeSizedSet.Glosses).Select(IncludeSizedSet.NameOf));

    /// <summary>Alternates bare loop and trainer, so that other load on the machine affects both.</summary>
    public void PrintOverhead()
    {
        var table = new Table().AddColumns(
            $"clips/s, {clips.Length} clips, batch 64", "bare loop", "trainer", "trainer / bare: median (all)", "waiting for clips");
        foreach ((string name, _, ModelConfig model) in BenchModels.All.Where(model => only is null || model.Name == only))
        {
            TrainingConfig config = Config(model, Epochs);
            TrainingBatch[] batches = [.. new BatchLoader(clips, Vocabulary, config).Epoch(1)];
            TrainBare(config, batches[..2]);
            Train(config with { Epochs = 1 }, clips[..256]);
            var measured = Enumerable.Range(0, rounds)
                .Select(_ => (Bare: TrainBare(config, batches), Trainer: Train(config, clips)))
                .ToArray();
            double[] ratios = [.. measured.Select(pair => pair.Trainer.ClipsPerSecond / pair.Bare).Order()];
            table.AddRow(
                name,
                $"{Median(measured.Select(pair => pair.Bare)):F0}",
                $"{Median(measured.Select(pair => pair.Trainer.ClipsPerSecond)):F0}",
                $"{Median(ratios):P0} ({string.Join(", ", ratios.Select(ratio => $"{ratio:P0}"))})",
                $"{Median(measured.Select(pair => pair.Trainer.Waiting)):P1}");
        }

        AnsiConsole.Write(table);
    }

    /// <param name="python">Path of a Python with PyTorch, or null.</param>
    public async Task PrintEpochAsync(string? python)
    {
        var table = new Table().AddColumns(
            $"an epoch of {clips.Length} clips, clips/s", "Hasta", "seconds", "PyTorch, 1 thread", "2 threads");
        foreach ((string name, string peer, ModelConfig model) in BenchModels.All.Where(model => only is null || model.Name == only))
        {
            Speed epoch = Train(Config(model, epochs: 1), clips);
            string[] peers = python is null
                ? ["", ""]
                : [await PythonPeer.MeasureAsync(python, peer, 1), await PythonPeer.MeasureAsync(python, peer, 2)];
            table.AddRow([name, $"{epoch.ClipsPerSecond:F0}", $"{clips.Length / epoch.ClipsPerSecond:F1}", .. peers]);
        }

        AnsiConsole.Write(table);
    }

    private static TrainingConfig Config(ModelConfig model, int epochs) => new() { Model = model, Epochs = epochs, MinSteps = 0 };

    private static Speed Train(TrainingConfig config, LoadedClip[] clips)
    {
        var input = new TrainingInput { Vocabulary = Vocabulary, Train = clips };
        using TrainingResult result =
            new Trainer(config, CPU, NullLogger<Trainer>.Instance).Train(input, NoObserver.Instance, CancellationToken.None);
        double seconds = result.History.Sum(epoch => epoch.Seconds);
        double waiting = result.History.Sum(epoch => epoch.Waiting * epoch.Seconds);
        return new Speed(result.History.Count * clips.Length / seconds, waiting / seconds);
    }

    /// <returns>Clips per second of a loop with only forward, loss, backward, clipping and TorchSharp's AdamW.</returns>
    private static double TrainBare(TrainingConfig config, TrainingBatch[] batches)
    {
        using DisposeScope scope = NewDisposeScope();
        (FeatureBatch Features, Tensor Glosses)[] tensors = [.. batches.Select(batch => (batch.Features, tensor(batch.Glosses)))];
        using Classifier classifier = Classifiers.Create(config.Model, IncludeSizedSet.Glosses);
        using var optimizer = optim.AdamW(classifier.parameters(), config.LearningRate, weight_decay: config.WeightDecay);
        classifier.train();
        double loss = 0;
        long start = Stopwatch.GetTimestamp();
        foreach ((FeatureBatch features, Tensor glosses) in Enumerable.Repeat(tensors, config.Epochs).SelectMany(epoch => epoch))
        {
            using DisposeScope step = NewDisposeScope();
            optimizer.zero_grad();
            Tensor mean = nn.functional.cross_entropy(classifier.call(features), glosses, label_smoothing: config.LabelSmoothing);
            mean.backward();
            nn.utils.clip_grad_norm_(classifier.parameters(), config.MaxGradientNorm);
            optimizer.step();
            loss += mean.item<float>();
        }

        double speed = config.Epochs * batches.Sum(batch => batch.Count) / Stopwatch.GetElapsedTime(start).TotalSeconds;
        return double.IsFinite(loss) ? speed : double.NaN;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <param name="ClipsPerSecond">Average over whole epochs.</param>
    /// <param name="Waiting">Fraction of time in which the trainer waited for clips.</param>
    private sealed record Speed(double ClipsPerSecond, double Waiting);

    private sealed class NoObserver : ITrainingObserver
    {
        public static NoObserver Instance { get; } = new();

        public void OnEpoch(EpochResult result, int epochs)
        {
        }

        public void OnWeights(int epoch, Classifier classifier, Calibration calibration)
        {
        }

        public void OnBest(Classifier classifier, Calibration calibration)
        {
        }
    }
}
