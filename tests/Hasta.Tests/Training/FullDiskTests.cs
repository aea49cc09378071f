using System.Diagnostics;
using Hasta.Datasets;
using Hasta.Models;
using Hasta.Tests.Models;
using Hasta.Training;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Tests.Training;

/// <summary>A real file system of one megabyte in memory, which runs full between two checkpoints.</summary>
[Collection(TorchTurns.Name)]
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 3);
    private bool mounted;

    public FullDiskTests() => TorchDevice.Load();

    private string Disk => folder.At("disk");

    public void Dispose()
    {
        if (mounted)
        {
            Shell("umount", Disk);
        }

        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public void A_disk_that_runs_full_leaves_the_last_checkpoint_whole_and_the_run_goes_on_when_there_is_room()
    {
        Directory.CreateDirectory(Disk);
        mounted = OperatingSystem.IsLinux() && Shell("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", Disk) == 0;
        Assert.SkipUnless(mounted, "Only root can mount a small disk.");
        TrainingRun undisturbed = Run(folder.At("undisturbed"));
        undisturbed.Run(Request, new Told(_ => { }), TestContext.Current.CancellationToken);
        TrainingRun run = Run(Path.Combine(Disk, "run"));
        string ballast = Path.Combine(Disk, "ballast");

        Assert.ThrowsAny<IOException>(() => run.Run(Request, new Told(epoch => FillAfter(epoch, ballast)), TestContext.Current.CancellationToken));

        string last = Path.Combine(Disk, "run", "last");
        Assert.True(File.Exists(Path.Combine(last, "state.json")));
        Assert.False(Directory.Exists(last + ".partial"));
        Checkpoint.Load(Path.Combine(Disk, "run"), CPU).Dispose();

        File.Delete(ballast);
        run.Resume(new Told(_ => { }), TestContext.Current.CancellationToken);
        foreach (string file in Directory.GetFiles(folder.At("undisturbed", "last"), "*.safetensors"))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(last, Path.GetFileName(file))));
        }
    }

    private RunRequest Request => new() { Data = data, Config = SmallCorpus.Config, Split = new SplitRequest { Protocol = SplitProtocol.Signer } };

    private static TrainingRun Run(string folder) => new(new RunFolder(folder), CPU, NullLoggerFactory.Instance);

    private static void FillAfter(WorkProgress progress, string ballast)
    {
        if (progress.Done == 3)
        {
            using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true)
                {
                    file.Write(new byte[4096]);
                }
            }
            catch (IOException)
            {
                // full now
            }
        }
    }

    private static int Shell(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private sealed class Told(Action<WorkProgress> act) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => act(value);
    }
}
