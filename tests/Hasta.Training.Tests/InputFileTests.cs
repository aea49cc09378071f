using System.Diagnostics;
using Hasta.Datasets;
using Hasta.Datasets.Preparation;
using Hasta.Datasets.Splits;
using Hasta.Include;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Csv;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Landmarks.Video.Programs;
using Hasta.Pictures.KeptFrames;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.Training.Models.Vit;

namespace Hasta.Training.Tests;

/// <summary>Every reader of files does the same check, which rejects pipes and devices.</summary>
public sealed class InputFileTests : IDisposable
{
    private const string GitLfsPointer = "version https://git-lfs.github.com/spec/v1\n"
        + "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
        + "size 12345\n";

    private static readonly Dictionary<string, Action<string>> Readers = new()
    {
        ["json"] = path => StrictJson.Read<string[]>(path),
        ["text"] = path => StrictText.Read(path),
        ["lines"] = path => StrictText.ReadLines(path).Count(),
        ["journal"] = path => StrictText.ReadWholeLines(path),
        ["csv"] = path => CsvText.Open(path, trims: false).Next(),
        ["weights"] = path => SafetensorsFile.Read(path),
        ["vit"] = path => VitFolder.Open(Path.GetDirectoryName(path)!),
        ["pose"] = path => PoseReader.Read(path),
        ["npy"] = path => NpyFile.Open(path),
        ["table"] = path => PoseTableRows.Open(path, TestContext.Current.CancellationToken),
        ["frames"] = path => FrameSetFile.Open(path),
        ["video"] = LocalInput.Check,
        ["hash"] = path => ContentHash.OfFileAsync(path, CancellationToken.None).GetAwaiter().GetResult(),
        ["manifest"] = path => Manifest.Read(Path.GetDirectoryName(path)!),
        ["splits"] = path => SplitPlan.Read(Path.GetDirectoryName(path)!),
        ["include"] = path => _ = new IncludeFolder(Path.GetDirectoryName(Path.GetDirectoryName(path)!)!),
    };

    private readonly TempFolder folder = new();

    public static TheoryData<string> AllReaders => [.. Readers.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(AllReaders))]
    public async Task Every_reader_rejects_a_pipe(string reader)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        string path = PathFor(reader);
        using Process mkfifo = Process.Start("mkfifo", path);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("pipe", (await ErrorAsync(reader, path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllReaders))]
    public async Task Every_reader_rejects_a_link_to_a_device(string reader)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device.");
        string path = PathFor(reader);
        File.CreateSymbolicLink(path, "/dev/zero");

        Assert.Contains("device", (await ErrorAsync(reader, path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllReaders))]
    public async Task For_a_git_lfs_pointer_every_reader_names_the_command_that_fetches_the_file(string reader)
    {
        string path = PathFor(reader);
        await File.WriteAllTextAsync(path, GitLfsPointer, TestContext.Current.CancellationToken);

        Assert.Contains("git lfs pull", (await ErrorAsync(reader, path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_accepted()
    {
        string path = folder.Write("empty.txt");

        Assert.Equal("", StrictText.Read(path));
    }

    private static async Task<BadFileException> ErrorAsync(string reader, string path) => await Assert.ThrowsAsync<BadFileException>(
        () => Task.Run(() => Readers[reader](path)).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

    private string PathFor(string reader)
    {
        string name = reader switch
        {
            "manifest" => Manifest.FileName,
            "splits" => "splits.json",
            "vit" => VitFolder.ConfigFile,
            "include" => ".hasta/unpacked.jsonl",
            "csv" or "table" => "a.csv",
            _ => "a." + reader,
        };
        string path = folder.At(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
