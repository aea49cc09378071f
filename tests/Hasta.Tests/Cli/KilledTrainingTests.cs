using System.Text.Json.Nodes;
using Hasta.Tests.Models;
using Hasta.Tests.Training;

namespace Hasta.Tests.Cli;

/// <summary>
/// <c>hasta train</c> in a process of its own, killed with SIGKILL at random moments and in the middle of a checkpoint's write, then gone on with: the run
/// ends bit for bit as one that nobody disturbed, in this process. The seed stands in the message of a failure.
/// </summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class KilledTrainingTests : IDisposable
{
    private static readonly string[] Parts = ["best", "last", "epochs"];
    private static readonly string[] Times = ["seconds", "clipsPerSecond", "waiting"];
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
    public async Task A_killed_run_gone_on_with_ends_bit_for_bit_as_an_undisturbed_one(string model, string more)
    {
        string[] start = Start(model, more, "killed");
        await CliRun.Done(Start(model, more, "undisturbed")); // in this process
        string last = folder.At("killed", "last");
        var random = new Random(seed);
        int kills = 0;
        bool ended = false;
        while (!ended && kills < 4)
        {
            using TrainProcess training = kills == 0 ? new(start[1..]) : new("--resume", folder.At("killed"), "--save-every", "0");
            int saves = random.Next(1, 12);
            DateTime before = DateTime.UtcNow;
            DateTime seen = before;
            bool running = training.WaitFor(() => Saved(last) > seen && (seen = Saved(last)) > before && --saves <= 0);
            running = running && (kills % 2 == 0 || training.WaitFor(() => Directory.Exists(last + ".partial")));
            training.Kill();
            ended = !running;
            kills++;
        }

        Assert.True(kills > 1 || !ended, $"not killed once, seed {seed}");
        await CliRun.Done("train", "--resume", folder.At("killed"));
        Assert.Equal(Contents("undisturbed"), Contents("killed"));
        Assert.Equal(Metrics("undisturbed"), Metrics("killed"));
    }

    [Fact]
    public void Ctrl_C_saves_where_it_is_and_the_run_can_be_gone_on_with()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        string[] start = Start("""{"kind": "landmarkMlp", "width": 16}""", """ "batchSize": 8 """, "stopped", epochs: 100_000);

        int reached = Interrupted(after: 0, start[1..]);

        Assert.InRange(Interrupted(reached, "--resume", folder.At("stopped")), reached + 1, 100_000);
    }

    /// <returns>Epochs in the run's metrics when it had ended.</returns>
    private int Interrupted(int after, params string[] arguments)
    {
        string metrics = folder.At("stopped", "metrics.jsonl");
        using var training = new TrainProcess(arguments);
        Assert.True(training.WaitFor(() => Lines(metrics) > after), "it ended by itself");
        training.Interrupt();
        (int code, string error) = training.End();
        Assert.True(code == 130, $"{code}: {error}");
        Assert.Contains($"hasta train --resume {folder.At("stopped")}", error, StringComparison.Ordinal);
        return Lines(metrics);
    }

    private static int Lines(string path) => File.Exists(path) ? File.ReadAllLines(path).Length : 0;

    private string[] Start(string model, string more, string run, int epochs = 12)
    {
        string config = folder.Write($"{run}.json", $$"""{"model": {{model}}, "epochs": {{epochs}}, "minSteps": 0, "learningRate": 0.01, {{more}}}""");
        return ["train", data, "--out", folder.At(run), "--config", config, "--save-every", "0"];
    }

    private static DateTime Saved(string last)
    {
        string state = Path.Combine(last, "state.json");
        return File.Exists(state) ? File.GetLastWriteTimeUtc(state) : DateTime.MinValue;
    }

    /// <summary>Every checkpoint's files with their bytes, but for the times in state.json.</summary>
    private SortedDictionary<string, string> Contents(string run) => new(
        Parts.Select(part => folder.At(run, part)).Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
            .Where(path => Path.GetFileName(path) != "state.json")
            .ToDictionary(path => Path.GetRelativePath(folder.At(run), path), path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    private IEnumerable<string> Metrics(string run) => File.ReadLines(folder.At(run, "metrics.jsonl")).Select(line =>
    {
        JsonObject result = JsonNode.Parse(line)!.AsObject();
        foreach (string time in Times)
        {
            Assert.True(result.Remove(time));
        }

        return result.ToJsonString();
    });
}
