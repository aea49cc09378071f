using Hasta.Datasets;
using Hasta.Models;
using Hasta.Recognition;
using Hasta.Tests.Models;
using Hasta.Training;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Tests.Training;

[Collection(TorchTurns.Name)]
public sealed class TrainingRunTests
{
    private readonly string data = SmallCorpus.Prepare(takes: 3);
    private readonly string run = Path.Combine(Directory.CreateTempSubdirectory("hasta-").FullName, "run");

    public TrainingRunTests() => TorchDevice.Load();

    [Fact]
    public void A_run_leaves_its_settings_history_splits_and_a_checkpoint_that_recognises()
    {
        IReadOnlyList<EpochResult> history = Train(SmallCorpus.Config with { Epochs = 12 }, TestContext.Current.CancellationToken);

        Assert.Equal(history.Count, File.ReadAllLines(Path.Combine(run, "metrics.jsonl")).Length);
        Assert.Equal(12, StrictJson.Read<TrainingConfig>(Path.Combine(run, "config.json")).Epochs);
        Assert.Equal(
            File.ReadAllText(Path.Combine(run, "splits.json")),
            File.ReadAllText(Path.Combine(run, Checkpoint.BestFolder, "splits.json")));
        using Checkpoint checkpoint = Checkpoint.Load(run, CPU);
        var recognizer = new Recognizer(checkpoint, CPU);
        Assert.All(SmallCorpus.Clips(takes: 1), clip => Assert.Equal(clip.Gloss, recognizer.Recognize(clip.Landmarks).Gloss));
    }

    [Fact]
    public void Ctrl_C_leaves_a_checkpoint_that_works()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Told(_ => stop.Cancel());

        Assert.Throws<OperationCanceledException>(() => Train(SmallCorpus.Config with { Epochs = 1000 }, stop.Token, progress));

        using Checkpoint checkpoint = Checkpoint.Load(run, CPU);
        Assert.Equal(["easy", "fast", "slow"], checkpoint.Vocabulary.Glosses);
        Assert.NotEmpty(new Recognizer(checkpoint, CPU).Recognize(SmallCorpus.Clips(1).First().Landmarks).Candidates);
    }

    [Fact]
    public void A_run_is_never_overwritten()
    {
        Train(SmallCorpus.Config with { Epochs = 1 }, TestContext.Current.CancellationToken);

        Assert.Contains(run, Assert.Throws<RunExistsException>(() => Train(SmallCorpus.Config, TestContext.Current.CancellationToken)).Message);
    }

    private IReadOnlyList<EpochResult> Train(TrainingConfig config, CancellationToken cancellationToken, IProgress<WorkProgress>? progress = null) =>
        new TrainingRun(new RunFolder(run), CPU, NullLoggerFactory.Instance).Run(Request(config), progress ?? new Told(_ => { }), cancellationToken);

    private RunRequest Request(TrainingConfig config) => new() { Data = data, Config = config, Split = new SplitRequest { Protocol = SplitProtocol.Signer } };

    private sealed class Told(Action<WorkProgress> act) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => act(value);
    }
}
