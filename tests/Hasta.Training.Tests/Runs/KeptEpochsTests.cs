using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Runs;

[Collection(TorchTurns.Name)]
public sealed class KeptEpochsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 3);

    public KeptEpochsTests() => TorchDevice.Load();

    private string Run => folder.At("run");

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "000004 000005")]
    [InlineData(9, "000001 000002 000003 000004 000005")]
    public void The_configured_number_of_latest_epochs_is_kept_as_checkpoints(int keep, string expected)
    {
        Train(keep);

        Assert.Equal(expected, Names());
        foreach (string name in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            using var checkpoint = Checkpoint.Load(Path.Combine(Run, "epochs", name), CPU);
            Assert.Equal(["easy", "fast", "slow"], checkpoint.Vocabulary.Glosses);
        }

        using Checkpoint best = Checkpoint.Load(Run, CPU); // the run folder still loads its best checkpoint
    }

    [Fact]
    public void An_older_checkpoint_is_deleted_only_when_the_new_one_is_complete()
    {
        Train(keep: 2);
        using Checkpoint best = Checkpoint.Load(Run, CPU);
        folder.Write("run/epochs/000006.partial", "in the way");

        Assert.ThrowsAny<IOException>(() => new RunFolder(Run).SaveEpoch(6, keep: 1, best, SplitPlan.Read(Run)!));
        Assert.Equal("000004 000005", Names());

        File.Delete(folder.At("run", "epochs", "000006.partial"));
        new RunFolder(Run).SaveEpoch(6, keep: 1, best, SplitPlan.Read(Run)!);
        Assert.Equal("000006", Names());
    }

    [Fact]
    public void Folders_that_training_did_not_create_are_kept()
    {
        Train(keep: 1);
        using Checkpoint best = Checkpoint.Load(Run, CPU);
        string[] own =
        [
            folder.Write("run/epochs/000001-the-good-one/weights.safetensors"),
            folder.Write("run/epochs/000002/thesis/chapter.txt"),
            folder.Write("run/epochs/1/mine.json"),
        ];

        new RunFolder(Run).SaveEpoch(6, keep: 1, best, SplitPlan.Read(Run)!);

        Assert.All(own, path => Assert.True(File.Exists(path), path));
    }

    private void Train(int keep) => new TrainingRun(new RunFolder(Run), CPU, NullLoggerFactory.Instance).Run(
        new RunRequest
        {
            Data = data,
            Config = SmallCorpus.Config with { Epochs = 5, KeepEpochs = keep },
            Split = new SplitRequest { Protocol = SplitProtocol.Signer },
        },
        new Progress<WorkProgress>(),
        TestContext.Current.CancellationToken);

    private string Names()
    {
        string epochs = Path.Combine(Run, "epochs");
        return Directory.Exists(epochs)
            ? string.Join(' ', Directory.GetDirectories(epochs).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
            : "";
    }
}
