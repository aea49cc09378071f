using Hasta.TestKit.Training;
using Hasta.TestKit;
using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Cli.Tests;

[Collection(TorchTurns.Name)]
public sealed class ExportSkippedTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 3);

    [Fact]
    public async Task Clips_that_cannot_be_compared_are_named()
    {
        string run = folder.At("run");
        new TrainingRun(new RunFolder(run), CPU, NullLoggerFactory.Instance).Run(
            new RunRequest
            {
                Data = data,
                Config = SmallCorpus.Config with { Epochs = 24 },
                Split = new SplitRequest { TestSigners = ["signer 1"], ValidationSigners = ["signer 2"] },
            },
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);
        PoseFile.Write(Manifest.PosePath(data, "slow/2-0"), new Puppet { SeesBody = _ => false }.Sign());

        (int code, string output, string error) =
            await CliRun.RunAsync("export", run, "--out", folder.At("signs.onnx"), "--fp16", "--data", data);

        Assert.Equal(0, code);
        Assert.Contains("8 validation clips", output, StringComparison.Ordinal);
        Assert.Contains("skipped slow/2-0: ", error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
