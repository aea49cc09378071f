using System.Diagnostics;
using Hasta.Datasets.Fetching.Chunks;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Cli.Tests;

/// <summary>The download command, killed repeatedly.</summary>
[Trait("speed", "slow")]
public sealed class DownloadKillTests : IDisposable
{
    private const int Kills = 20;
    private const int ClipBytes = 24_000;

    private readonly TempFolder folder = new();

    private string To => folder.At("include");

    [Fact]
    public async Task Killed_at_20_random_moments_the_download_completes_without_fetching_anything_twice()
    {
        IReadOnlyDictionary<string, byte[]> zips = IncludeRecordFiles.Make(
            name => IncludeRecordFiles.Bytes(name, ClipBytes),
            "Animals",
            "Colours",
            "Seasons");
        await using var server = await RecordServer.StartAsync(zips);
        server.Delay = TimeSpan.FromMilliseconds(60);
        var random = new Random(1);
        int killed = 0;
        for (int attempt = 0; attempt < Kills; attempt++)
        {
            HashSet<(string File, long From)> finished = [.. FinishedChunks(zips)];
            await server.ForgetAsync();
            killed += await RunAsync(server, TimeSpan.FromMilliseconds(random.Next(300))) ? 1 : 0;
            Assert.DoesNotContain(server.Served, response => finished.Contains((response.File, response.From)));
        }

        server.Delay = default;
        await CliRun.RunSuccessfullyAsync(
            "download", "include", "--to", To, "--base-url", server.Address.ToString(), "--category", "Animals", "Colours", "Seasons");

        Assert.True(killed >= Kills / 2, $"Only {killed} of {Kills} runs were killed before their end.");
        string[] names =
        [
            .. IncludeRecordFiles.ServedNames
                .Where(name => name.Split('/')[0] is "Animals" or "Colours" or "Seasons")
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            names,
            Directory.GetFiles(To, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(To, path).Replace('\\', '/'))
                .Where(name => !name.StartsWith(".hasta/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.All(
            names,
            name => Assert.True(
                IncludeRecordFiles.Bytes(name, ClipBytes).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(To, name))),
                name));
    }

    public void Dispose() => folder.Dispose();

    /// <returns>Whether the process was still running when killed.</returns>
    private async Task<bool> RunAsync(RecordServer server, TimeSpan afterFirstBytes)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Hasta.Cli.dll"), "download", "include",
            "--to", To, "--base-url", server.Address.ToString(), "--category", "Animals", "Colours", "Seasons",
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        while (server.Served.IsEmpty && !process.HasExited)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(afterFirstBytes, TestContext.Current.CancellationToken);
        bool wasRunning = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return wasRunning;
    }

    /// <summary>The chunks that the journals, the complete zips and the list of unpacked zips record as finished.</summary>
    private IEnumerable<(string File, long From)> FinishedChunks(IReadOnlyDictionary<string, byte[]> zips)
    {
        string unpacked = Path.Combine(To, ".hasta", "unpacked.jsonl");
        string finished = File.Exists(unpacked) ? File.ReadAllText(unpacked) : "";
        foreach ((string name, byte[] bytes) in zips)
        {
            string zip = Path.Combine(To, "zips", name);
            int chunkBytes = ChunkMap.ChunkBytesOf(bytes.Length);
            IEnumerable<int> chunks = File.Exists(zip) || finished.Contains($"\"{name}\"", StringComparison.Ordinal)
                ? Enumerable.Range(0, (bytes.Length / chunkBytes) + 1)
                : ChunkJournal.Read(zip + ".parts").Select(line => line.Part).OfType<int>();
            foreach (int number in chunks)
            {
                yield return (name, (long)number * chunkBytes);
            }
        }
    }
}
