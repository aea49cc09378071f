using System.Text.Json.Nodes;
using Hasta.TestKit;
using Hasta.TestKit.Training;

namespace Hasta.Cli.Tests;

/// <summary>
/// <c>hasta train</c> in a separate process, killed with SIGKILL at random moments and while writing a checkpoint, then resumed: the run
/// equals, bit for bit, an uninterrupted run in this process. Failure messages contain the seed.
/// </summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class KilledTrainingTests : IDisposable
{
    private static readonly string[] CheckpointFolders = ["best", "last", "epochs"];
    private static readonly string[] TimeKeys = ["seconds", "clipsPerSecond", "waiting"];
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 4);
    private readonly int seed = Environment.TickCount;

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData("""{"kind": "landmarkMlp", "width": 16}""", """ "batchSize": 8, "microBatch": 3, "keepEpochs": 2 """)]
    [InlineData("""{"kind": "convTransformer", "width": 8, "stages": 1, "convBlocks": 1, "heads": 2}""", """ "batchSize": 8 """)]
    public async Task A_killed_and_resumed_run_equals_an_uninterrupted_run_bit_for_bit(string model, string more)
    {
        string[] arguments = TrainArguments(model, more, "killed");
        await CliRun.RunSuccessfullyAsync(TrainArguments(model, more, "undisturbed")); // in this process
        string last = folder.At("killed", "last");
        var random = new Random(seed);
        int kills = 0;
        bool ended = false;
        while (!ended && kills < 4)
        {
            using TrainProcess training = kills == 0 ? new(arguments[1..]) : new("--resume", folder.At("killed"), "--save-every", "0");
            int saves = random.Next(1, 12);
            DateTime before = DateTime.UtcNow;
            DateTime seen = before;
            bool running = training.WaitFor(() => LastSaved(last) > seen && (seen = LastSaved(last)) > before && --saves <= 0);
            running = running && (kills % 2 == 0 || training.WaitFor(() => Directory.Exists(last + ".partial")));
            training.Kill();
            ended = !running;
            kills++;
        }

        Assert.True(kills > 1 || !ended, $"not killed once, seed {seed}");
        await CliRun.RunSuccessfullyAsync("train", "--resume", folder.At("killed"));
        Assert.Equal(Contents("undisturbed"), Contents("killed"));
        Assert.Equal(Metrics("undisturbed"), Metrics("killed"));
    }

    [Fact]
    public void Ctrl_C_saves_the_run_so_that_it_can_be_resumed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        string[] arguments = TrainArguments("""{"kind": "landmarkMlp", "width": 16}""", """ "batchSize": 8 """, "stopped", epochs: 100_000);

        int reached = TrainUntilInterrupted(after: 0, arguments[1..]);

        Assert.InRange(TrainUntilInterrupted(reached, "--resume", folder.At("stopped")), reached + 1, 100_000);
    }

    /// <returns>The number of epochs in the run's metrics after the process exited.</returns>
    private int TrainUntilInterrupted(int after, params string[] arguments)
    {
        string metrics = folder.At("stopped", "metrics.jsonl");
        using var training = new TrainProcess(arguments);
        Assert.True(training.WaitFor(() => CountLines(metrics) > after), "it ended by itself");
        training.Interrupt();
        (int code, string error) = training.End();
        Assert.True(code == 130, $"{code}: {error}");
        Assert.Contains($"hasta train --resume {folder.At("stopped")}", error, StringComparison.Ordinal);
        return CountLines(metrics);
    }

    private static int CountLines(string path) => File.Exists(path) ? File.ReadAllLines(path).Length : 0;

    private string[] TrainArguments(string model, string more, string run, int epochs = 12)
    {
        string config = folder.Write(
            $"{run}.json",
            $$"""{"model": {{model}}, "epochs": {{epochs}}, "minSteps": 0, "learningRate": 0.01, {{more}}}""");
        return ["train", data, "--out", folder.At(run), "--config", config, "--save-every", "0"];
    }

    private static DateTime LastSaved(string last)
    {
        string state = Path.Combine(last, "state.json");
        return File.Exists(state) ? File.GetLastWriteTimeUtc(state) : DateTime.MinValue;
    }

    /// <summary>Hashes of all checkpoint files except state.json, which contains times.</summary>
    private SortedDictionary<string, string> Contents(string run) => new(
        CheckpointFolders.Select(name => folder.At(run, name)).Where(Directory.Exists)
            .SelectMany(name => Directory.EnumerateFiles(name, "*", SearchOption.AllDirectories))
            .Where(path => Path.GetFileName(path) != "state.json")
            .ToDictionary(
                path => Path.GetRelativePath(folder.At(run), path),
                path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    private IEnumerable<string> Metrics(string run) => File.ReadLines(folder.At(run, "metrics.jsonl")).Select(line =>
    {
        JsonObject result = JsonNode.Parse(line)!.AsObject();
        foreach (string key in TimeKeys)
        {
            Assert.True(result.Remove(key));
        }

        return result.ToJsonString();
    });
}
