using System.Collections.Concurrent;
using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Landmarks;
using Hasta.Recognition.Live;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Streams;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Evaluation;

[Collection(TorchTurns.Name)]
public sealed class CrossValidationTests
{
    public CrossValidationTests() => TorchDevice.Load();

    [Fact]
    public void Each_signer_is_left_out_once_per_seed_and_a_refit_saves_a_calibrated_model()
    {
        string data = SmallCorpus.Prepare(takes: 3);
        string output = Directory.CreateTempSubdirectory("hasta-").FullName;
        var validation = new CrossValidation(SmallCorpus.Config with { Epochs = 16 }, CPU, NullLoggerFactory.Instance);

        CrossValidationResult result = validation.Run(data, seeds: 2, new Progress<WorkProgress>(), TestContext.Current.CancellationToken);
        validation.Refit(data, output, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["signer 0/1", "signer 0/2", "signer 1/1", "signer 1/2", "signer 2/1", "signer 2/2"],
            result.Folds.Select(fold => $"{fold.Signer}/{fold.Seed}").Order());
        Assert.All(result.Folds, fold => Assert.Equal(9, fold.Clips));
        Assert.True(result.Top1 > 0.8, string.Join("; ", result.Folds));
        using Checkpoint checkpoint = Checkpoint.Load(output, CPU);
        Assert.InRange(checkpoint.Config.UnsureBelow, 0.01, 1);
        Assert.Equal(9, checkpoint.Signs!.Prototypes.Count); // three glosses by three signers
    }

    [Fact]
    public void Left_out_clips_are_also_recognized_in_streams()
    {
        string data = SmallCorpus.Prepare(takes: 2);
        var shown = new ConcurrentBag<PlayedStream>();
        var validation = new CrossValidation(SmallCorpus.Config with { Epochs = 16 }, CPU, NullLoggerFactory.Instance)
        {
            Streams = new RecordedStreams(data, new LiveRecognizerOptions { MinConfidence = 0 }) { OnStream = shown.Add },
        };

        CrossValidationResult result = validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken);

        Assert.All(result.Folds, fold =>
        {
            Assert.Equal((6, 6), (fold.Streams!.Clips, fold.Streams.Right + fold.Streams.Wrong)); // without a threshold all are answered
            Assert.Equal(fold.Top1, fold.Streams.Right / 6.0, 6);
            Assert.Equal([30, 15, 12, 6], fold.Streams.Trials.Select(trial => trial.FramesPerSecond));
            Assert.All(fold.Streams.Trials, trial => Assert.Equal((6, 60), (trial.Cut.Signs, trial.Joined.Signs)));
        });
        Assert.Equal(3 * 4 * 3, shown.Select(stream => stream.Title).Distinct().Count()); // signers, rates, one cut and two joined
    }

    [Fact]
    public void Words_of_one_signer_become_prototypes_of_the_refitted_model()
    {
        string data = SmallCorpus.Prepare(takes: 2);
        string oneSigner = SmallCorpus.Prepare(SmallCorpus.Clips(2)
            .Where(clip => clip.Signer == "signer 0")
            .Select(clip => clip with { Clip = $"new/{clip.Clip}", Gloss = clip.Gloss == "easy" ? "easy" : "new" }));
        string output = Directory.CreateTempSubdirectory("hasta-").FullName;
        var validation = new CrossValidation(SmallCorpus.Config, CPU, NullLoggerFactory.Instance) { OneSignerData = oneSigner };
        validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken);

        validation.Refit(data, output, TestContext.Current.CancellationToken);

        using Checkpoint checkpoint = Checkpoint.Load(output, CPU);
        Assert.Equal(["easy", "fast", "slow"], checkpoint.Vocabulary.Glosses);
        Assert.Equal(
            [("easy", 3), ("fast", 3), ("new", 1), ("slow", 3)],
            checkpoint.Signs!.Prototypes.CountBy(prototype => prototype.Gloss).Select(gloss => (gloss.Key, gloss.Value)));
    }

    [Fact]
    public void Words_of_one_signer_must_come_from_the_same_engine()
    {
        string data = SmallCorpus.Prepare(takes: 1);
        string oneSigner = SmallCorpus.Prepare(takes: 1);
        Manifest.Write(
            oneSigner,
            Manifest.Read(oneSigner).Select(entry => entry with { Engine = new LandmarkEngineId { Name = "another" } }));
        var validation = new CrossValidation(SmallCorpus.Config, CPU, NullLoggerFactory.Instance) { OneSignerData = oneSigner };
        validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken);

        Assert.Throws<BadFileException>(() =>
            validation.Refit(data, Directory.CreateTempSubdirectory("hasta-").FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void One_recording_under_two_signers_is_refused()
    {
        string data = SmallCorpus.Prepare(takes: 1);
        Manifest.Write(
            data,
            Manifest.Read(data).Select(entry => entry with { PoseSha256 = entry.Gloss == "slow" ? "same" : entry.PoseSha256 }));
        var validation = new CrossValidation(SmallCorpus.Config, CPU, NullLoggerFactory.Instance);

        var error = Assert.Throws<LeakException>(() =>
            validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken));

        Assert.Contains("signer 0 (as slow/0-0) and signer 1 (as slow/1-0)", error.Message, StringComparison.Ordinal);
    }
}
