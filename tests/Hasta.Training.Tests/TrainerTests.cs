using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests;

[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class TrainerTests
{
    private static readonly LoadedClip[] Clips = SmallCorpus.Training(takes: 4);
    private static readonly LoadedClip[] Known = [.. Clips.Where(clip => clip.Signer != "signer 2")];
    private static readonly LoadedClip[] Unknown = [.. Clips.Where(clip => clip.Signer == "signer 2")];

    public TrainerTests() => TorchDevice.Load();

    [Fact]
    public void It_learns_the_signs_of_an_unknown_signer()
    {
        using TrainingResult fit = Train(SmallCorpus.Config with { Epochs = 12 });

        IReadOnlyList<float[]> logits = Predictor.Logits(fit.Classifier, CPU, [.. Unknown.Select(clip => clip.Body)]);
        Assert.Equal(
            Unknown.Select(clip => clip.Gloss),
            logits.Select(clip => SmallCorpus.Vocabulary.Glosses[Array.IndexOf(clip, clip.Max())]));
        Assert.True(fit.History[^1].TrainLoss < fit.History[0].TrainLoss);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_different_ones()
    {
        using TrainingResult first = Train(SmallCorpus.Config);
        using TrainingResult again = Train(SmallCorpus.Config);
        using TrainingResult other = Train(SmallCorpus.Config with { Seed = 2 });

        Assert.Equal(Numbers(first.Classifier), Numbers(again.Classifier));
        Assert.NotEqual(Numbers(first.Classifier), Numbers(other.Classifier));
    }

    [Fact]
    public void Garbage_collection_changes_nothing()
    {
        using TrainingResult undisturbed = Train(SmallCorpus.Config);
        bool done = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                GC.Collect(0);
            }
        });
        collector.Start();
        using TrainingResult disturbed = Train(SmallCorpus.Config);
        Volatile.Write(ref done, true);
        collector.Join();

        Assert.Equal(Numbers(undisturbed.Classifier), Numbers(disturbed.Classifier));
    }

    [Fact]
    public void The_latest_epoch_within_a_standard_error_of_the_best_validation_is_kept()
    {
        var record = new TrainingRecord();
        using TrainingResult fit = Train(SmallCorpus.Config with { Patience = 1 }, record);

        double highest = fit.History.Max(epoch => epoch.ValidationAccuracy!.Value);
        double error = Math.Sqrt(highest * (1 - highest) / Unknown.Length);
        EpochResult best = fit.History.Last(epoch => epoch.ValidationAccuracy >= highest - error);
        Assert.Equal(best.Epoch, fit.BestEpoch);
        Assert.Equal(best.Epoch, record.Better[^1]);
        IReadOnlyList<float[]> logits = Predictor.Logits(fit.Classifier, CPU, [.. Unknown.Select(clip => clip.Body)]);
        Assert.Equal(
            best.ValidationLoss!.Value,
            Calibration.Loss(logits, [.. Unknown.Select(clip => SmallCorpus.Vocabulary.IndexOf(clip.Gloss))], 1),
            1e-4);
    }

    [Fact]
    public void Training_stops_when_validation_no_longer_improves()
    {
        TrainingConfig tooFast = SmallCorpus.Config with { Epochs = 40, LearningRate = 1e-9, EmaDecay = 0, Patience = 0.1 };
        using TrainingResult fit = new Trainer(tooFast, CPU, NullLogger<Trainer>.Instance)
            .Train(Input(Known, [.. Unknown.Take(3)]), new TrainingRecord(), TestContext.Current.CancellationToken);

        Assert.True(fit.History.Count < 40, $"{fit.History.Count} epochs");
        EpochResult best = fit.History.OrderByDescending(epoch => epoch.ValidationAccuracy).ThenBy(epoch => epoch.ValidationLoss).First();
        Assert.Equal(best.Epoch + 4, fit.History.Count);
    }

    [Fact]
    public void Without_validation_clips_all_epochs_run_and_the_last_is_used()
    {
        using TrainingResult fit = new Trainer(SmallCorpus.Config with { Patience = 0.01 }, CPU, NullLogger<Trainer>.Instance)
            .Train(Input(Clips, []), new TrainingRecord(), TestContext.Current.CancellationToken);

        Assert.Equal(6, fit.BestEpoch);
        Assert.All(fit.History, epoch => Assert.Null(epoch.ValidationAccuracy));
    }

    [Fact]
    public void Cancelling_before_the_first_epoch_ends_still_reports_weights()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var record = new TrainingRecord();

        Assert.Throws<OperationCanceledException>(() => TrainUntil(SmallCorpus.Config, record, stop.Token));
        Assert.Equal([0], record.Better);
    }

    [Fact]
    public void The_error_for_a_diverged_run_names_the_learning_rate()
    {
        TrainingConfig wild = SmallCorpus.Config with
        {
            LearningRate = 1,
            MaxGradientNorm = 1e30,
            WarmupFraction = 0,
            Epochs = 200,
            WeightDecay = 1,
        };
        LoadedClip[] broken = [.. Known.Select(clip => clip with { Body = Huge(clip.Body) })];

        Assert.Contains("learningRate", Assert.Throws<TrainingDivergedException>(() => new Trainer(wild, CPU, NullLogger<Trainer>.Instance)
            .Train(Input(broken, []), new TrainingRecord(), TestContext.Current.CancellationToken)).Message);
    }

    private static Hasta.Recognition.Features.NormalizedSequence Huge(Hasta.Recognition.Features.NormalizedSequence body)
    {
        Hasta.Recognition.Features.NormalizedSequence huge = body.Copy();
        foreach (ref System.Numerics.Vector2 point in huge.All)
        {
            point *= 1e30f;
        }

        return huge;
    }

    private static TrainingResult Train(TrainingConfig config, TrainingRecord? record = null) =>
        TrainUntil(config, record ?? new TrainingRecord(), TestContext.Current.CancellationToken);

    private static TrainingResult TrainUntil(TrainingConfig config, TrainingRecord record, CancellationToken cancellationToken) =>
        new Trainer(config, CPU, NullLogger<Trainer>.Instance).Train(Input(Known, Unknown), record, cancellationToken);

    private static TrainingInput Input(LoadedClip[] train, LoadedClip[] validation) =>
        new() { Vocabulary = SmallCorpus.Vocabulary, Train = train, Validation = validation };

    private static float[] Numbers(Classifier classifier) =>
    [
        .. Weights.Collect(classifier)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.data<float>().ToArray()),
    ];
}
