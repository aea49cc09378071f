using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Cli.Tests.Commands;

[Collection(TorchTurns.Name)]
public sealed class ExportCommandTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 3);

    public ExportCommandTests() => TorchDevice.Load();

    private string File => folder.At("signs.onnx");

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Exporting_a_run_reproduces_its_own_file_byte_for_byte()
    {
        string run = Train(epochs: 2);

        string output = await CliRun.RunSuccessfullyAsync("export", run, "--out", File);

        Assert.Contains("signs.onnx", output, StringComparison.Ordinal);
        Assert.Equal(System.IO.File.ReadAllBytes(Path.Combine(run, "best", "model.onnx")), System.IO.File.ReadAllBytes(File));
    }

    [Theory]
    [InlineData("--fp16", "float16")]
    [InlineData("--int8", "int8")]
    public async Task A_smaller_file_is_compared_on_the_validation_clips(string option, string format)
    {
        string run = Train(epochs: 24);

        string output = await CliRun.RunSuccessfullyAsync("export", run, "--out", File, option);

        Assert.Matches($"(?s)9 validation clips.*float32.*{format}.*9 of 9", output);
        Assert.True(new FileInfo(File).Length < 0.6 * new FileInfo(Path.Combine(run, "best", "model.onnx")).Length);
    }

    [Fact]
    public async Task A_smaller_file_that_is_less_accurate_is_rejected_and_not_written()
    {
        string run = Train(epochs: 24);
        SpoilScales(run);

        (int code, _, string error) = await CliRun.RunAsync("export", run, "--out", File, "--int8");

        Assert.Equal(2, code);
        Assert.Contains("points of top-1", error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_checkpoint_without_its_run_requires_data()
    {
        string run = Train(epochs: 2);

        (int code, _, string error) = await CliRun.RunAsync("export", Path.Combine(run, "best"), "--out", File, "--fp16");

        Assert.Equal(2, code);
        Assert.Contains("--data", error, StringComparison.Ordinal);
    }

    private string Train(int epochs)
    {
        string run = folder.At("run");
        var request = new RunRequest
        {
            Data = data,
            Config = SmallCorpus.Config with { Epochs = epochs },
            Split = new SplitRequest { TestSigners = ["signer 1"], ValidationSigners = ["signer 2"] },
        };
        new TrainingRun(new RunFolder(run), CPU, NullLoggerFactory.Instance).Run(
            request,
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);
        return run;
    }

    /// <summary>
    /// Sets one huge weight in each row of the first layer, on a feature that is always 0: int8 rounds all others to 0, float32 is
    /// unaffected.
    /// </summary>
    private static void SpoilScales(string run)
    {
        using Checkpoint checkpoint = Checkpoint.Load(run, CPU);
        using (IDisposable noGradients = no_grad())
        {
            IReadOnlyDictionary<string, Tensor> weights = Weights.Collect(checkpoint.Classifier);
            weights["inputNorm.weight"][0] = 0f;
            weights["inputNorm.bias"][0] = 0f;
            weights["frame.0.weight"][.., 0] = 1e6f;
        }

        checkpoint.Save(Path.Combine(run, "best"), SplitPlan.Read(run)!.Write);
    }
}
