using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Tests.Datasets.Download;
using Hasta.Tests.Datasets.Include;

namespace Hasta.Tests.Cli;

/// <summary>The three commands for INCLUDE, on a server of this machine.</summary>
[Trait("speed", "slow")]
public sealed class IncludeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Clips_become_landmarks_without_staying_on_disk_and_then_the_published_protocols()
    {
        byte[] person = await File.ReadAllBytesAsync(SharedData.Path("asl24-videos", "eat", "6.mp4"), TestContext.Current.CancellationToken);
        string[] real = ["Animals/1. Dog/MVI_2978.MOV", "Animals/2. Cat/MVI_3031.MOV"];
        await using var server = await RecordServer.StartAsync(IncludeRecordFiles.Make(name => Path.ChangeExtension(name, ".MOV") is var mov && real.Contains(mov) ? person : [], "Animals"));
        string data = folder.At("data");
        string[] command = ["download", "include", "--to", data, "--base-url", server.Address.ToString(), "--glosses", "dog", "cat", "--streaming-prepare", "--no-face"];

        string answer = await CliRun.Done(command);

        Assert.Contains("2 clips prepared", answer, StringComparison.Ordinal);
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        Assert.Equal([("Animals/1. Dog/MVI_2978", "Dog", "2978-3001", Split.Test), ("Animals/2. Cat/MVI_3031", "Cat", "3028-3058", Split.Train)], entries.Select(entry => (entry.Clip, entry.Gloss, entry.Session, entry.Split!.Value)));
        Assert.All(entries, entry => Assert.Equal(1, entry.DetectionRate));
        Assert.Empty(Directory.GetFiles(data, "*.MOV", SearchOption.AllDirectories));
        Assert.Contains("0 clips prepared, 2 ready before", await CliRun.Done(command), StringComparison.Ordinal);

        await CliRun.Done("splits", "include", "--data", data, "--out", folder.At("splits"));
        Assert.Equal(2, Manifest.Read(folder.At("splits", "session-disjoint")).Count);
        string figures = await CliRun.Done("dataset", "figures", folder.At("no-runs"), folder.At("splits"));
        Assert.Equal(4, figures.Split("not measured here").Length - 1);
    }

    [Fact]
    public async Task A_dry_run_tells_and_fetches_and_writes_nothing()
    {
        await using var server = await RecordServer.StartAsync(IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, 100), "Animals", "Seasons"));

        string answer = await CliRun.Done("download", "include", "--to", folder.At("include"), "--base-url", server.Address.ToString(), "--category", "Seasons", "--dry-run");

        Assert.Contains("Seasons_1of1.zip", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Animals", answer, StringComparison.Ordinal);
        Assert.Empty(server.Served);
        Assert.False(Directory.Exists(folder.At("include")));
    }

    [Fact]
    public async Task An_audit_names_what_is_missing_extra_damaged_and_twice()
    {
        string clip = SharedData.Path("asl24-videos", "eat", "6.mp4");
        foreach (string name in new[] { "Animals/1. Dog/MVI_2978.MOV", "Animals/1. Dog/MVI_2979.MP4", "Animals/2. Cat/MVI_7777.MOV" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name.Split('/')))!);
            File.Copy(clip, folder.At(name.Split('/')));
        }

        folder.Write("Animals/2. Cat/MVI_3031.MOV", "no video");

        string answer = await CliRun.Done("dataset", "check", folder.Path);

        Assert.Contains("4 clips of 2 glosses", answer, StringComparison.Ordinal);
        Assert.Contains("1 not decodable", answer, StringComparison.Ordinal);
        Assert.Contains("1 with the same bytes", answer, StringComparison.Ordinal);
        Assert.Contains($"{4292 - 3} missing beside INCLUDE's lists", answer, StringComparison.Ordinal);
        Assert.Contains("1 not in INCLUDE's lists", answer, StringComparison.Ordinal);
        Assert.Contains("MVI_7777.MOV", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no category \"Birds\"", "download", "include", "--to", "nowhere", "--category", "Birds")]
    [InlineData("no gloss \"Unicorn\"", "download", "include", "--to", "nowhere", "--glosses", "Unicorn")]
    [InlineData("hold no name, password", "download", "include", "--to", "nowhere", "--base-url", "http://me:secret@127.0.0.1/")]
    [InlineData("neither with --keep-zips", "download", "include", "--to", "nowhere", "--streaming-prepare", "--keep-zips")]
    [InlineData("Give --out DIR", "splits", "include")]
    public async Task A_mistake_is_named_and_no_password_is_printed(string says, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error + run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
