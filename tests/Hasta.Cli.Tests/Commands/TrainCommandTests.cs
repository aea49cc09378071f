using System.Text.Json.Nodes;
using Hasta.TestKit;
using Hasta.TestKit.Training;

namespace Hasta.Cli.Tests.Commands;

[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class TrainCommandTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 3);

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Batch_auto_keeps_the_batch_size_and_records_the_micro_batch()
    {
        await CliRun.RunSuccessfullyAsync(
            "train", data, "--out", folder.At("run"), "--config", Config("""{"epochs": 2, "minSteps": 0, "batchSize": 9}"""),
            "--batch", "auto");

        JsonNode config = JsonNode.Parse(File.ReadAllText(folder.At("run", "config.json")))!;
        Assert.Equal(9, (int)config["batchSize"]!);
        Assert.InRange((int)config["microBatch"]!, 2, 9);
        JsonNode epoch = JsonNode.Parse(File.ReadLines(folder.At("run", "metrics.jsonl")).First())!;
        Assert.Equal((int)config["microBatch"]!, (int)epoch["microBatch"]!);
    }

    [Fact]
    public async Task Too_little_memory_is_an_error_with_a_remedy_and_exit_code_2()
    {
        CliRun run = await CliRun.RunAsync("train", data, "--out", folder.At("run"), "--memory-limit", "0.001");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("raise --memory-limit", run.Error, StringComparison.Ordinal);
        Assert.Matches("no memory for [23] clip", run.Error);
    }

    [Theory]
    [InlineData("--batch most", "--batch", "most")]
    [InlineData("--batch -3", "--batch", "-3")]
    [InlineData("give one of them", "--batch", "auto", "--micro-batch", "4")]
    [InlineData("--save-every", "--save-every", "-1")]
    [InlineData("--memory-limit", "--memory-limit", "0")]
    [InlineData("batchSize must be in", "--batch", "1")]
    public async Task Invalid_options_are_named(string expected, params string[] options)
    {
        CliRun run = await CliRun.RunAsync(["train", data, "--out", folder.At("run"), .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("run", "config.json")));
    }

    [Theory]
    [InlineData("{}", 1, "1 epoch of 1 step (1 step), batch 64", "--epochs", "1")]
    [InlineData("""{"minSteps": 50}""", 2, "2 epochs of 1 step (2 steps), batch 64", "--epochs", "2")]
    [InlineData("""{"epochs": 2, "batchSize": 5}""", 2, "2 epochs of 2 steps (4 steps), batch 5")]
    [InlineData("""{"epochs": 1, "minSteps": 3}""", 3, "3 epochs of 1 step (3 steps), batch 64; minSteps 3 raised them from 1")]
    public async Task The_requested_epochs_are_trained_and_the_plan_is_printed_first(
        string config,
        int epochs,
        string plan,
        params string[] options)
    {
        CliRun run = await CliRun.RunAsync(["train", data, "--out", folder.At("run"), "--config", Config(config), .. options]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(epochs, File.ReadAllLines(folder.At("run", "metrics.jsonl")).Length);
        Assert.Contains(plan, run.Error, StringComparison.Ordinal);
        Assert.True(
            run.Error.IndexOf(plan, StringComparison.Ordinal) < run.Error.IndexOf("Training:", StringComparison.Ordinal),
            run.Error);
    }

    [Theory]
    [InlineData("--epochs", "3")]
    [InlineData("--config", "other.json")]
    [InlineData("--test-signer", "A")]
    [InlineData("--split", "random")]
    [InlineData("--out", "elsewhere")]
    public async Task Options_that_a_resumed_run_would_ignore_are_rejected(params string[] options)
    {
        CliRun run = await CliRun.RunAsync(["train", "--resume", folder.At("run"), .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(options[0], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crossvalidation_without_a_seed_is_rejected()
    {
        CliRun run = await CliRun.RunAsync("crossvalidate", data, "--out", folder.At("folds"), "--seeds", "0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--seeds", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resuming_a_missing_run_is_an_error()
    {
        CliRun run = await CliRun.RunAsync("train", "--resume", folder.At("nowhere"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    private string Config(string text) => folder.Write("config.json", text);
}
