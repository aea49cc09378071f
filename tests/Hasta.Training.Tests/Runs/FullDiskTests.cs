using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Runs;

/// <summary>The disk fills up between two checkpoints.</summary>
[Collection(TorchTurns.Name)]
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 3);
    private readonly SmallDisk disk = new();

    public FullDiskTests() => TorchDevice.Load();

    public void Dispose()
    {
        disk.Dispose();
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public void A_full_disk_leaves_the_last_checkpoint_intact_and_the_run_resumes_when_there_is_space()
    {
        TrainingRun undisturbed = Run(folder.At("undisturbed"));
        undisturbed.Run(Request, new Told(_ => { }), TestContext.Current.CancellationToken);
        TrainingRun run = Run(disk.At("run"));

        Assert.ThrowsAny<IOException>(() => run.Run(Request, new Told(FillAfter), TestContext.Current.CancellationToken));

        string last = disk.At("run", "last");
        Assert.True(File.Exists(Path.Combine(last, "state.json")));
        Assert.False(Directory.Exists(last + ".partial"));
        Checkpoint.Load(disk.At("run"), CPU).Dispose();

        disk.Free();
        run.Resume(new Told(_ => { }), TestContext.Current.CancellationToken);
        foreach (string file in Directory.GetFiles(folder.At("undisturbed", "last"), "*.safetensors"))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(last, Path.GetFileName(file))));
        }
    }

    private RunRequest Request =>
        new() { Data = data, Config = SmallCorpus.Config, Split = new SplitRequest { Protocol = SplitProtocol.Signer } };

    private static TrainingRun Run(string folder) => new(new RunFolder(folder), CPU, NullLoggerFactory.Instance);

    private void FillAfter(WorkProgress progress)
    {
        if (progress.Done == 3)
        {
            disk.Fill();
        }
    }

    private sealed class Told(Action<WorkProgress> act) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => act(value);
    }
}
