using System.Diagnostics;
using System.Text.Json.Nodes;
using Hasta.TestKit;
using Hasta.TestKit.Training;

namespace Hasta.Cli.Tests;

/// <summary>End to end with real videos of people, including a kill while preparing.</summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class EndToEndTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Videos_are_prepared_trained_on_evaluated_and_recognized_and_a_kill_changes_nothing()
    {
        string csv = RealClips.WriteCsv(folder);
        string killed = folder.At("killed");
        await KillWhilePreparing(csv, killed);
        int finished = Lines(Path.Combine(killed, "journal.jsonl"));
        string resumed = await CliRun.RunSuccessfullyAsync("prepare", csv, "--out", killed);
        Assert.Contains(
            $"{RealClips.Count - finished} clips prepared, {finished} already prepared, 0 skipped",
            resumed,
            StringComparison.Ordinal);

        string data = folder.At("data");
        await CliRun.RunSuccessfullyAsync("prepare", csv, "--out", data);
        Assert.Equal(Hashes(data), Hashes(killed));

        string run = folder.At("run");
        await CliRun.RunSuccessfullyAsync(
            "train", data, "--out", run, "--test-signer", "M", "--validation-signer", "G",
            "--config", folder.Write("short.json", """{"epochs": 20, "minSteps": 20}"""));
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
        Assert.Equal(3, (int)JsonNode.Parse(File.ReadAllText(Path.Combine(run, "report.json")))!["clips"]!);
        Assert.Equal(4, Lines(Path.Combine(run, "predictions.csv")));

        JsonNode evaluation = JsonNode.Parse(await CliRun.RunSuccessfullyAsync("evaluate", run, data, "--json"))!;
        Assert.Equal(3, (int)evaluation["clips"]!);
        Assert.Equal(3, evaluation["perGloss"]!.AsObject().Count);
        Assert.Equal(["M"], evaluation["perSigner"]!.AsObject().Select(signer => signer.Key));

        string clip = SharedData.Path("asl24-videos", "eat", "6.mp4");
        AssertRecognition(clip, await CliRun.RunSuccessfullyAsync("recognize", "--model", run, clip, "--json"));
    }

    public void Dispose() => folder.Dispose();

    private static void AssertRecognition(string clip, string line)
    {
        Assert.Single(line.TrimEnd().Split('\n'));
        JsonObject answer = JsonNode.Parse(line)!.AsObject();
        string[] keys = ["clip", "gloss", "confidence", "unsure", "candidates", "display", "kind", "similar", "reason", "reasonCode"];
        Assert.Equal(keys, answer.Select(key => key.Key).Except(["hindi"])); // hindi only for glosses on the list
        Assert.Equal(clip, (string)answer["clip"]!);
        Assert.Equal(3, answer["candidates"]!.AsArray().Count);
        Assert.Equal((string)answer["gloss"]!, (string)answer["candidates"]![0]!["gloss"]!);
        Assert.Equal(1.0, answer["candidates"]!.AsArray().Sum(candidate => (double)candidate!["confidence"]!), 1e-3);
    }

    /// <summary>Starts the real program and kills it with SIGKILL as soon as two clips are finished.</summary>
    private static async Task KillWhilePreparing(string csv, string data)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Hasta.Cli.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "prepare", csv, "--out", data])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
        string journal = Path.Combine(data, "journal.jsonl");
        var clock = Stopwatch.StartNew();
        while (Lines(journal) < 2)
        {
            Assert.False(process.HasExited, "prepare ended before it could be killed");
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), "prepare finished no two clips in three minutes");
            await Task.Delay(20);
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Assert.False(File.Exists(Path.Combine(data, "manifest.jsonl")));
    }

    private static int Lines(string path) => File.Exists(path) ? File.ReadAllText(path).Count(character => character == '\n') : 0;

    /// <summary>The hash of every file, to compare two folders.</summary>
    private static SortedDictionary<string, string> Hashes(string data) => new(
        Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(data, path),
                path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
