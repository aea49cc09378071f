using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Models;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Optimisation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Runs;

[Collection(TorchTurns.Name)]
public sealed class TrainingRunTests
{
    private readonly string data = SmallCorpus.Prepare(takes: 3);
    private readonly string run = Path.Combine(Directory.CreateTempSubdirectory("hasta-").FullName, "run");

    public TrainingRunTests() => TorchDevice.Load();

    [Fact]
    public void A_run_saves_its_settings_history_splits_and_a_working_checkpoint()
    {
        IReadOnlyList<EpochResult> history = Train(SmallCorpus.Config with { Epochs = 24 }, TestContext.Current.CancellationToken);

        Assert.Equal(history.Count, File.ReadAllLines(Path.Combine(run, "metrics.jsonl")).Length);
        Assert.Equal(24, StrictJson.Read<TrainingConfig>(Path.Combine(run, "config.json")).Epochs);
        Assert.Equal(
            File.ReadAllText(Path.Combine(run, "splits.json")),
            File.ReadAllText(Path.Combine(run, CheckpointFolder.BestFolder, "splits.json")));
        using var model = RecognitionModel.Load(run);
        var recognizer = new SignRecognizer(model);
        Assert.All(SmallCorpus.Clips(takes: 1), clip => Assert.Equal(clip.Gloss, recognizer.Recognize(clip.Landmarks).Gloss));
    }

    [Fact]
    public void Ctrl_C_leaves_a_working_checkpoint()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Told(_ => stop.Cancel());

        Assert.Throws<OperationCanceledException>(() => Train(SmallCorpus.Config with { Epochs = 1000 }, stop.Token, progress));

        using var model = RecognitionModel.Load(run);
        Assert.Equal(["easy", "fast", "slow"], model.Vocabulary.Glosses);
        Assert.NotEmpty(new SignRecognizer(model).Recognize(SmallCorpus.Clips(1).First().Landmarks).Candidates);
    }

    [Fact]
    public void A_run_is_never_overwritten()
    {
        Train(SmallCorpus.Config with { Epochs = 1 }, TestContext.Current.CancellationToken);

        Assert.Contains(
            run,
            Assert.Throws<RunExistsException>(() => Train(SmallCorpus.Config, TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void A_second_process_cannot_resume_a_run_in_training_and_does_not_disturb_it()
    {
        var refusals = new List<string>();
        var progress = new Told(_ => refusals.Add(Assert.Throws<RunBusyException>(
            () => new TrainingRun(new RunFolder(run), CPU, NullLoggerFactory.Instance)
                .Resume(new Told(_ => { }), CancellationToken.None)).Message));

        Train(SmallCorpus.Config with { Epochs = 2 }, TestContext.Current.CancellationToken, progress);

        Assert.Equal(2, refusals.Count);
        Assert.All(refusals, message => Assert.Contains(run, message, StringComparison.Ordinal));
        Assert.Equal(2, RunFolder.ReadHistory(run).Count);
    }

    [Fact]
    public void Temperature_and_threshold_of_the_checkpoint_are_fitted_to_its_validation_clips()
    {
        Train(SmallCorpus.Config, TestContext.Current.CancellationToken);

        using Checkpoint checkpoint = Checkpoint.Load(run, CPU);
        IReadOnlySet<string> validation = SplitPlan.Read(run)!.IdsIn(Split.Validation);
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(
            data,
            [.. Manifest.Read(data).Where(entry => validation.Contains(entry.Clip))],
            checkpoint.Config.Features,
            out _);
        IReadOnlyList<float[]> logits = Predictor.Logits(checkpoint.Classifier, CPU, [.. clips.Select(clip => clip.Body)]);
        var calibration = Calibration.Fit(logits, [.. clips.Select(clip => checkpoint.Vocabulary.IndexOf(clip.Gloss))]);
        Assert.Equal(9, clips.Count);
        Assert.Equal(calibration.Temperature, checkpoint.Config.Temperature, 1e-9);
        Assert.Equal(calibration.UnsureBelow, checkpoint.Config.UnsureBelow, 1e-4);
    }

    [Fact]
    public void Consecutive_takes_are_listed_in_the_run_only_if_they_are_in_two_splits()
    {
        Train(SmallCorpus.Config with { Epochs = 1 }, TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Path.Combine(run, LeakFile.Name)));

        string random = Path.Combine(run, "random");
        RunRequest request = Request(SmallCorpus.Config with { Epochs = 1 }) with
        {
            Split = new SplitRequest { Protocol = SplitProtocol.Random },
        };
        new TrainingRun(new RunFolder(random), CPU, NullLoggerFactory.Instance).Run(
            request,
            new Told(_ => { }),
            TestContext.Current.CancellationToken);

        Assert.All(CsvTable.Read(Path.Combine(random, LeakFile.Name)).Rows, row => Assert.Equal("nearTake", row.Cells[0]));
    }

    [Fact]
    public void One_recording_in_two_splits_is_listed_and_stops_the_run_before_it_starts()
    {
        ManifestEntry[] entries = [.. Manifest.Read(data)];
        Manifest.Write(data, [entries[0] with { SourceFingerprint = entries[^1].SourceFingerprint }, .. entries.Skip(1)]);

        var error = Assert.Throws<LeakException>(() => Train(SmallCorpus.Config, TestContext.Current.CancellationToken));

        Assert.Contains(Path.Combine(run, LeakFile.Name), error.Message, StringComparison.Ordinal);
        Assert.Equal("sameSource", CsvTable.Read(Path.Combine(run, LeakFile.Name)).Rows[0].Cells[0]);
        Assert.False(File.Exists(Path.Combine(run, "config.json")));
    }

    private IReadOnlyList<EpochResult> Train(
        TrainingConfig config,
        CancellationToken cancellationToken,
        IProgress<WorkProgress>? progress = null) =>
        new TrainingRun(new RunFolder(run), CPU, NullLoggerFactory.Instance).Run(
            Request(config),
            progress ?? new Told(_ => { }),
            cancellationToken);

    private RunRequest Request(TrainingConfig config) =>
        new() { Data = data, Config = config, Split = new SplitRequest { Protocol = SplitProtocol.Signer } };

    private sealed class Told(Action<WorkProgress> act) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => act(value);
    }
}
