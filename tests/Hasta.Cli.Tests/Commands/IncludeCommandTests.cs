using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Cli.Tests.Commands;

/// <summary>The three INCLUDE commands against a local server.</summary>
[Trait("speed", "slow")]
public sealed class IncludeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Clips_become_landmarks_and_published_protocols_without_staying_on_disk()
    {
        byte[] person = await File.ReadAllBytesAsync(
            SharedData.Path("asl24-videos", "eat", "6.mp4"),
            TestContext.Current.CancellationToken);
        string[] real = ["Animals/1. Dog/MVI_2978.MOV", "Animals/2. Cat/MVI_3031.MOV"];
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => Path.ChangeExtension(name, ".MOV") is var mov && real.Contains(mov) ? person : [], "Animals"));
        string data = folder.At("data");
        string[] command =
        [
            "download", "include", "--to", data, "--base-url", server.Address.ToString(), "--glosses", "dog", "cat", "--streaming-prepare",
            "--no-face",
        ];

        string output = await CliRun.RunSuccessfullyAsync(command);

        Assert.Contains("2 clips prepared", output, StringComparison.Ordinal);
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        Assert.Equal(
            [("Animals/1. Dog/MVI_2978", "Dog", "2978-3001", Split.Test), ("Animals/2. Cat/MVI_3031", "Cat", "3028-3058", Split.Train)],
            entries.Select(entry => (entry.Clip, entry.Gloss, entry.Session, entry.Split!.Value)));
        Assert.All(entries, entry => Assert.Equal(1, entry.DetectionRate));
        Assert.Empty(Directory.GetFiles(data, "*.MOV", SearchOption.AllDirectories));
        Assert.Contains("0 clips prepared, 2 already prepared", await CliRun.RunSuccessfullyAsync(command), StringComparison.Ordinal);

        await CliRun.RunSuccessfullyAsync("splits", "include", "--data", data, "--out", folder.At("splits"));
        Assert.Equal(2, Manifest.Read(folder.At("splits", "session-disjoint")).Count);
        string figures = await CliRun.RunSuccessfullyAsync("dataset", "figures", folder.At("no-runs"), folder.At("splits"));
        Assert.Equal(4, figures.Split("not measured here").Length - 1);
    }

    [Fact]
    public async Task A_dry_run_reports_but_downloads_and_writes_nothing()
    {
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, 100), "Animals", "Seasons"));

        string output = await CliRun.RunSuccessfullyAsync(
            "download", "include", "--to", folder.At("include"), "--base-url", server.Address.ToString(), "--category", "Seasons",
            "--dry-run");

        Assert.Contains("Seasons_1of1.zip", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Animals", output, StringComparison.Ordinal);
        Assert.Empty(server.Served);
        Assert.False(Directory.Exists(folder.At("include")));
    }

    [Fact]
    public async Task An_audit_reports_missing_extra_damaged_and_duplicate_clips()
    {
        string clip = SharedData.Path("asl24-videos", "eat", "6.mp4");
        foreach (string name in new[] { "Animals/1. Dog/MVI_2978.MOV", "Animals/1. Dog/MVI_2979.MP4", "Animals/2. Cat/MVI_7777.MOV" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name.Split('/')))!);
            File.Copy(clip, folder.At(name.Split('/')));
        }

        folder.Write("Animals/2. Cat/MVI_3031.MOV", "no video");

        string output = await CliRun.RunSuccessfullyAsync("dataset", "check", folder.Path);

        Assert.Contains("4 clips of 2 glosses", output, StringComparison.Ordinal);
        Assert.Contains("1 not decodable", output, StringComparison.Ordinal);
        Assert.Contains("1 with the same bytes", output, StringComparison.Ordinal);
        Assert.Contains($"{4292 - 3} in INCLUDE's lists, but missing", output, StringComparison.Ordinal);
        Assert.Contains("1 not in INCLUDE's lists", output, StringComparison.Ordinal);
        Assert.Contains("MVI_7777.MOV", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no category \"Birds\"", "download", "include", "--to", "nowhere", "--category", "Birds")]
    [InlineData("no gloss \"Unicorn\"", "download", "include", "--to", "nowhere", "--glosses", "Unicorn")]
    [InlineData("contain no user name, password", "download", "include", "--to", "nowhere", "--base-url", "http://me:secret@127.0.0.1/")]
    [InlineData("neither with --keep-zips", "download", "include", "--to", "nowhere", "--streaming-prepare", "--keep-zips")]
    [InlineData("--out", "splits", "include")]
    [InlineData("not both", "splits", "include", "--out", "nowhere", "--videos", "a", "--data", "b")]
    public async Task A_user_error_is_reported_without_printing_a_password(string expected, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error + run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
