using System.Diagnostics;
using Hasta.Include.Download;
using Hasta.Tests.Datasets.Download;
using Hasta.Tests.Datasets.Include;

namespace Hasta.Tests.Cli;

/// <summary>The command itself, killed again and again.</summary>
[Trait("speed", "slow")]
public sealed class DownloadKillTests : IDisposable
{
    private const int Kills = 20;
    private const int ClipBytes = 24_000;

    private readonly TempFolder folder = new();

    private string To => folder.At("include");

    [Fact]
    public async Task Killed_at_20_random_moments_it_ends_with_the_same_tree_and_asks_for_nothing_twice()
    {
        IReadOnlyDictionary<string, byte[]> zips = IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Animals", "Colours", "Seasons");
        await using var server = await RecordServer.StartAsync(zips);
        server.Slowness = TimeSpan.FromMilliseconds(60);
        var random = new Random(1);
        int killed = 0;
        for (int run = 0; run < Kills; run++)
        {
            HashSet<(string File, long From)> done = [.. DoneParts(zips)];
            await server.ForgetAsync();
            killed += await RunAsync(server, TimeSpan.FromMilliseconds(random.Next(300))) ? 1 : 0;
            Assert.DoesNotContain(server.Served, answer => done.Contains((answer.File, answer.From)));
        }

        server.Slowness = default;
        await CliRun.Done("download", "include", "--to", To, "--base-url", server.Address.ToString(), "--category", "Animals", "Colours", "Seasons");

        Assert.True(killed >= Kills / 2, $"Only {killed} of {Kills} runs were killed before their end.");
        string[] names = [.. IncludeRecordFiles.ServedNames.Where(name => name.Split('/')[0] is "Animals" or "Colours" or "Seasons").Order(StringComparer.Ordinal)];
        Assert.Equal(names, Directory.GetFiles(To, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(To, path).Replace('\\', '/'))
            .Where(name => !name.StartsWith(".hasta/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.True(IncludeRecordFiles.Bytes(name, ClipBytes).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(To, name))), name));
    }

    public void Dispose() => folder.Dispose();

    /// <returns>Whether it was killed before its end.</returns>
    private async Task<bool> RunAsync(RecordServer server, TimeSpan afterFirstBytes)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Hasta.Cli.dll"), "download", "include", "--to", To, "--base-url", server.Address.ToString(),
            "--category", "Animals", "Colours", "Seasons",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        while (server.Served.IsEmpty && !process.HasExited)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(afterFirstBytes, TestContext.Current.CancellationToken);
        bool runs = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return runs;
    }

    /// <summary>What the journals and the whole zips and their unpacked clips show.</summary>
    private IEnumerable<(string File, long From)> DoneParts(IReadOnlyDictionary<string, byte[]> zips)
    {
        string unpacked = Path.Combine(To, ".hasta", "unpacked.jsonl");
        string finished = File.Exists(unpacked) ? File.ReadAllText(unpacked) : "";
        foreach ((string name, byte[] bytes) in zips)
        {
            string zip = Path.Combine(To, "zips", name);
            int part = ChunkedFile.ChunkBytesOf(bytes.Length);
            IEnumerable<int> parts = File.Exists(zip) || finished.Contains($"\"{name}\"", StringComparison.Ordinal)
                ? Enumerable.Range(0, (bytes.Length / part) + 1)
                : ChunkJournal.Read(zip + ".parts").Select(line => line.Part).OfType<int>();
            foreach (int number in parts)
            {
                yield return (name, (long)number * part);
            }
        }
    }
}
