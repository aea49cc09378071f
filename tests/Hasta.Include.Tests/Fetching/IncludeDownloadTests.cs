using Hasta.Datasets.Fetching;
using Hasta.Include.Fetching;
using Hasta.Include.Tests.Zip;
using Hasta.Include.Zip;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.Include.Tests.Fetching;

[Trait("speed", "slow")]
public sealed class IncludeDownloadTests : IDisposable
{
    private const int ClipBytes = 700;
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Everything = new(() =>
        IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes)));

    private readonly TempFolder folder = new();
    private readonly DownloadBench bench = new();

    private string To => folder.At("include");

    [Fact]
    public async Task All_44_zips_are_extracted_to_INCLUDEs_tree_and_missing_clips_are_named()
    {
        await using var server = await RecordServer.StartAsync(Everything.Value);

        IncludeSummary summary = await RunAsync(server);

        Assert.Equal(4284, summary.Clips);
        Assert.Equal(8, summary.Missing.Count);
        Assert.All(summary.Missing, name => Assert.StartsWith("Days_and_Time/Second (Number)/", name, StringComparison.Ordinal));
        AssertTree(IncludeRecordFiles.ServedNames);
        Assert.False(Directory.Exists(Path.Combine(To, "zips")));
        Assert.Equal(0, (await RunAsync(server)).Clips);
    }

    [Fact]
    public async Task The_50_glosses_are_958_clips_fetched_by_byte_range()
    {
        await using var server = await RecordServer.StartAsync(Everything.Value);

        IncludeSummary summary = await RunAsync(server, IncludeSelection.Create(include50: true, [], []));

        Assert.Equal(958, summary.Clips);
        Assert.Empty(summary.Missing);
        AssertTree([.. IncludeRecordFiles.ServedNames.Where(name => IncludeClips.Find(name)!.Official50 is not null)]);
        long directories = Everything.Value.Values.Sum(zip => Math.Min(zip.Length, 66_000L));
        Assert.InRange(server.Served.Sum(response => response.Sent), 958 * ClipBytes, (958 * (ClipBytes + 300)) + directories);
        Assert.Equal(0, (await RunAsync(server, IncludeSelection.Create(include50: true, [], []))).Clips);
    }

    [Theory]
    [InlineData(ServerFault.Cut)]
    [InlineData(ServerFault.WholeFiles)]
    [InlineData(ServerFault.Cut | ServerFault.TooMany | ServerFault.Unavailable | ServerFault.SometimesWhole)]
    public async Task Single_glosses_are_fetched_from_a_faulty_server(ServerFault fault)
    {
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, 20_000), "Greetings", "Animals"));
        server.Faults = fault;

        await RunAsync(server, IncludeSelection.Create(include50: false, [], ["hello", "Thank You", "DOG"]));

        AssertTree(
            [.. IncludeRecordFiles.ServedNames.Where(name => IncludeName.Parse(name)!.GlossKey is "hello" or "thankyou" or "dog")],
            20_000);
    }

    [Fact]
    public async Task Only_clips_deleted_since_are_fetched_again()
    {
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, 20_000), "Animals"));
        await RunAsync(server);
        string[] names = [.. IncludeRecordFiles.ServedNames.Where(name => name.StartsWith("Animals/", StringComparison.Ordinal))];
        File.Delete(Path.Combine(To, names[3]));
        await server.ForgetAsync();

        Assert.Equal(1, (await RunAsync(server)).Clips);

        AssertTree(names, 20_000);
        Assert.InRange(server.Served.Sum(response => response.Sent), 20_000, 120_000);
    }

    [Fact]
    public async Task Only_its_own_partial_files_are_removed_and_links_are_not_followed()
    {
        const string Own = "Animals/1. Dog/MVI_2978.MOV.999999999-0123456789abcdef0123456789abcdef.partial";
        folder.Write($"include/{Own}");
        string[] others = [folder.Write("include/Animals/mine.partial"), folder.Write($"elsewhere/{Path.GetFileName(Own)}")];
        Directory.CreateSymbolicLink(Path.Combine(To, "linked"), folder.At("elsewhere"));
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Animals"));

        await RunAsync(server, IncludeSelection.Create(include50: false, [], ["dog"]));

        Assert.False(File.Exists(Path.Combine(To, Own)));
        Assert.All(others, path => Assert.True(File.Exists(path), path));
    }

    [Fact]
    public async Task Kept_zips_equal_those_on_the_server()
    {
        IReadOnlyDictionary<string, byte[]> zips = IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Animals");
        await using var server = await RecordServer.StartAsync(zips);

        await RunAsync(server, keepZips: true);

        foreach ((string name, byte[] bytes) in zips)
        {
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(To, "zips", name), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_plain_mirror_without_checksums_works_and_is_reported()
    {
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Seasons"));
        server.HasApi = false;
        IncludeRecord record = await RecordAsync(server);

        Assert.Contains("does not serve the record's checksums", Assert.Single(record.Differences), StringComparison.Ordinal);
        Assert.All(record.Files.Values, file => Assert.Null(file.Hash));
        Assert.Equal(new Uri(server.Address, "Seasons_1of1.zip"), record.Files["Seasons_1of1.zip"].Address);
    }

    [Fact]
    public async Task The_current_record_is_compared_with_the_published_one()
    {
        await using var server = await RecordServer.StartAsync(
            new Dictionary<string, byte[]> { ["Seasons_1of1.zip"] = [1, 2, 3], ["New.zip"] = [1] });

        IncludeRecord record = await RecordAsync(server);

        Assert.Contains("Seasons_1of1.zip has 3 bytes in the record and had 1251955665 when it was published.", record.Differences);
        Assert.Contains("Animals_1of2.zip is no longer in the record.", record.Differences);
        Assert.Contains("New.zip is new in the record and is ignored.", record.Differences);
        Assert.Equal(RecordServer.Md5([1, 2, 3]), record.Files["Seasons_1of1.zip"].Hash?.Hex);
    }

    [Fact]
    public async Task Too_little_disk_space_is_an_error_before_anything_is_fetched()
    {
        await using var server = await RecordServer.StartAsync(
            IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Animals"));

        var error = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(server, disk: 100_000_000));

        Assert.Contains("0.5 GB are needed and 0.1 GB are free. Make room for 0.4 GB", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Served);
    }

    [Fact]
    public async Task Space_taken_by_an_interrupted_download_need_not_be_free_again()
    {
        IReadOnlyDictionary<string, byte[]> zips = IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Seasons");
        (string name, byte[] zip) = Assert.Single(zips);
        await using var server = await RecordServer.StartAsync(zips);
        long enough = (512L << 20) + (2 * zip.Length);
        await Assert.ThrowsAsync<DownloadException>(() => RunAsync(server, disk: enough - 1));

        Directory.CreateDirectory(Path.Combine(To, "zips"));
        File.WriteAllBytes(Path.Combine(To, "zips", name + ".part"), new byte[zip.Length]);
        await Assert.ThrowsAsync<DownloadException>(() => RunAsync(server, disk: enough - zip.Length - 1));
        await RunAsync(server, disk: enough - zip.Length);

        Assert.NotEmpty(server.Served);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_zip_left_by_a_killed_process_is_deleted_unless_it_was_to_be_kept(bool keepZips)
    {
        IReadOnlyDictionary<string, byte[]> zips = IncludeRecordFiles.Make(name => IncludeRecordFiles.Bytes(name, ClipBytes), "Seasons");
        await using var server = await RecordServer.StartAsync(zips);
        await RunAsync(server, keepZips: keepZips);
        string zip = Path.Combine(To, "zips", zips.Keys.Single());
        Assert.Equal(keepZips, File.Exists(zip));
        Directory.CreateDirectory(Path.GetDirectoryName(zip)!);
        File.WriteAllBytes(zip, zips.Values.Single());

        await RunAsync(server);

        Assert.Equal(keepZips, File.Exists(zip));
    }

    [Fact]
    public async Task A_hostile_member_stops_the_download_and_writes_nothing_outside()
    {
        byte[] zip = new RawZip()
            .Add(new RawZipMember("Seasons/61. Summer/MVI_4565.MOV", [1]))
            .Add(new RawZipMember("../outside.MOV", [1]))
            .ToBytes();
        await using var server = await RecordServer.StartAsync(new Dictionary<string, byte[]> { ["Seasons_1of1.zip"] = zip });

        await Assert.ThrowsAsync<UnsafeZipException>(() => RunAsync(server));

        Assert.Equal([To], Directory.GetFileSystemEntries(folder.Path));
        Assert.Empty(Directory.GetFiles(To, "*.MOV", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    private Task<IncludeRecord> RecordAsync(RecordServer server) =>
        IncludeRecord.ReadAsync(bench.Reader, server.Address, TestContext.Current.CancellationToken);

    private async Task<IncludeSummary> RunAsync(
        RecordServer server,
        IncludeSelection? selection = null,
        bool keepZips = false,
        long disk = long.MaxValue)
    {
        var download = new IncludeDownload(bench.Reader, bench.Options, NullLoggerFactory.Instance) { Disk = new DiskSpace(_ => disk) };
        var request = new IncludeRequest
        {
            Folder = To,
            Selection = selection ?? IncludeSelection.Create(include50: false, [], []),
            KeepZips = keepZips,
        };
        return await download.RunAsync(
            request,
            await RecordAsync(server),
            new Progress<DownloadProgress>(),
            TestContext.Current.CancellationToken);
    }

    private void AssertTree(IReadOnlyList<string> names, int clipBytes = ClipBytes)
    {
        string[] found =
        [
            .. Directory.GetFiles(To, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(To, path).Replace('\\', '/'))
                .Where(name => !name.StartsWith(".hasta/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(names.Order(StringComparer.Ordinal), found);
        Assert.All(
            names,
            name => Assert.True(
                IncludeRecordFiles.Bytes(name, clipBytes).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(To, name))),
                name));
    }
}
