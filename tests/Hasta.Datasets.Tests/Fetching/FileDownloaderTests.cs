using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Chunks;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Datasets.Tests.Fetching;

[Trait("speed", "slow")]
public sealed class FileDownloaderTests : IAsyncLifetime
{
    private const string Name = "made.zip";
    private static readonly byte[] Content = RandomBytes(1_500_000);

    private readonly TempFolder folder = new();
    private readonly DownloadBench bench = new();
    private readonly List<long> reported = [];
    private RecordServer? server;

    private RecordServer Server => server!;

    private string Target => folder.At("zips", Name);

    private RemoteFile File => new(Name, Server.AddressOf(Name), Content.Length, new FileHash(FileHashKind.Md5, RecordServer.Md5(Content)));

    public async ValueTask InitializeAsync() => server = await RecordServer.StartAsync(new Dictionary<string, byte[]> { [Name] = Content });

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await Server.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(ServerFault.None)]
    [InlineData(ServerFault.Cut)]
    [InlineData(ServerFault.TooMany)]
    [InlineData(ServerFault.Unavailable)]
    [InlineData(ServerFault.WholeFiles)]
    [InlineData(ServerFault.SometimesWhole)]
    [InlineData(ServerFault.Trickle)]
    [InlineData(ServerFault.Changed)]
    [InlineData(ServerFault.Cut | ServerFault.TooMany | ServerFault.Unavailable | ServerFault.SometimesWhole | ServerFault.Trickle)]
    public async Task A_file_is_downloaded_completely_from_a_faulty_server(ServerFault fault)
    {
        Server.Faults = fault;

        await DownloadAsync();

        Assert.Equal(Content, await System.IO.File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal([Target], Directory.GetFiles(folder.At("zips")));
        Assert.Equal(Content.Length, reported[^1]);
    }

    [Theory]
    [InlineData(ServerFault.WrongMd5, "MD5")]
    [InlineData(ServerFault.Truncated, "1499900 bytes on the server, but 1500000 were announced")]
    [InlineData(ServerFault.AlwaysChanging, "changed on the server")]
    public async Task A_wrong_file_is_an_error_and_leaves_no_file(ServerFault fault, string expected)
    {
        Server.Faults = fault;
        RemoteFile file = fault == ServerFault.WrongMd5 ? File with { Hash = new FileHash(FileHashKind.Md5, RecordServer.Md5([1])) } : File;

        var error = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(file));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.At("zips")));
    }

    [Fact]
    public async Task A_lost_server_is_an_error_and_received_bytes_are_kept()
    {
        using var stop = new CancellationTokenSource();
        Server.Delay = TimeSpan.FromMilliseconds(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(File, stop, after: Content.Length / 2));
        RemoteFile file = File;
        await Server.DisposeAsync();

        var error = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(file));

        Assert.Contains("the last of 30 tries", error.Message, StringComparison.Ordinal);
        Assert.True(reported.Max() > Content.Length / 3, "What came first was not kept.");
    }

    [Fact]
    public async Task A_resumed_download_requests_only_unfinished_chunks()
    {
        using var stop = new CancellationTokenSource();
        Server.Delay = TimeSpan.FromMilliseconds(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(File, stop, after: Content.Length / 2));
        HashSet<long> whole =
        [
            .. ChunkJournal.Read(Target + ".parts")
                .Where(line => line.Part is not null)
                .Select(line => (long)line.Part! * ChunkMap.ChunkBytesOf(Content.Length)),
        ];
        Assert.InRange(whole.Count, 2, 22);
        await Server.ForgetAsync();
        Server.Delay = default;

        await DownloadAsync();

        Assert.DoesNotContain(Server.Served, response => whole.Contains(response.From));
        Assert.Equal(23 - whole.Count, Server.Served.Count);
        Assert.Equal(Content, await System.IO.File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(ServerFault.None)]
    [InlineData(ServerFault.Cut)]
    public async Task Chunks_of_a_large_file_share_requests_and_are_not_fetched_twice(ServerFault fault)
    {
        byte[] content = RandomBytes(6_000_001);
        await using var large = await RecordServer.StartAsync(new Dictionary<string, byte[]> { [Name] = content });
        RemoteFile file = new(Name, large.AddressOf(Name), content.Length, new FileHash(FileHashKind.Md5, RecordServer.Md5(content)));
        int chunkBytes = ChunkMap.ChunkBytesOf(content.Length);
        using var stop = new CancellationTokenSource();
        large.Delay = TimeSpan.FromMilliseconds(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(file, stop, after: content.Length / 4));
        long[] whole =
        [
            .. ChunkJournal.Read(Target + ".parts").Select(line => line.Part).OfType<int>().Select(chunk => (long)chunk * chunkBytes),
        ];
        await large.ForgetAsync();
        (large.Delay, large.Faults) = (default, fault);

        await DownloadAsync(file);

        Assert.NotEmpty(whole);
        Assert.DoesNotContain(
            large.Served,
            response => whole.Any(from => response.From < from + chunkBytes && from < response.From + response.Sent));
        int missing = ((content.Length + chunkBytes - 1) / chunkBytes) - whole.Length;
        Assert.True(fault != ServerFault.None || large.Served.Count < missing, $"{large.Served.Count} requests for {missing} parts.");
        Assert.Equal(content, await System.IO.File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Chunks_lost_in_a_power_cut_are_fetched_again()
    {
        using var stop = new CancellationTokenSource();
        Server.Delay = TimeSpan.FromMilliseconds(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(File, stop, after: Content.Length / 2));
        await using (FileStream partial = System.IO.File.OpenWrite(Target + ".part"))
        {
            partial.Write(new byte[100_000]);
        }

        await System.IO.File.AppendAllTextAsync(Target + ".parts", "{\"part\":3,\"cr", TestContext.Current.CancellationToken);
        Server.Delay = default;

        await DownloadAsync();

        Assert.Equal(Content, await System.IO.File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_complete_file_is_verified_and_not_fetched_again()
    {
        await DownloadAsync();
        await Server.ForgetAsync();

        await DownloadAsync();
        Assert.Empty(Server.Served);

        await System.IO.File.WriteAllBytesAsync(Target, new byte[Content.Length], TestContext.Current.CancellationToken);
        await DownloadAsync();
        Assert.Equal(Content, await System.IO.File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_file_is_an_error_at_once()
    {
        await using var far = await RecordServer.StartAsync(new Dictionary<string, byte[]>());

        var error = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(File with { Address = far.AddressOf("gone.zip") }));

        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_cookies_nor_credentials_are_sent()
    {
        await DownloadAsync();

        Assert.NotEmpty(Server.Headers);
        Assert.DoesNotContain(
            Server.Headers,
            headers => headers.Contains("Authorization", StringComparison.OrdinalIgnoreCase)
                || headers.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
        Assert.All(Server.Headers, headers => Assert.Contains("User-Agent: hasta/", headers, StringComparison.Ordinal));
    }

    private static byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private Task DownloadAsync(RemoteFile? file = null, CancellationTokenSource? stop = null, long after = long.MaxValue) =>
        bench.Downloader.DownloadAsync(
            file ?? File,
            Target,
            new StopAfter(reported, after, stop),
            stop?.Token ?? TestContext.Current.CancellationToken);

    private sealed class StopAfter(List<long> reported, long after, CancellationTokenSource? stop) : IProgress<long>
    {
        public void Report(long value)
        {
            lock (reported)
            {
                reported.Add(value);
            }

            if (value >= after)
            {
                stop?.Cancel();
            }
        }
    }
}
