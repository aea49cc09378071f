using System.Net;
using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.Training.Hub;
using Microsoft.Extensions.Logging;

namespace Hasta.Training.Tests.Hub;

public sealed class HubClientTests : IDisposable
{
    /// <summary>Chunks of the weights, each one request.</summary>
    private const int ChunkCount = 5;

    private const string Secret = "hf_notARealToken123";
    private static readonly HubFile Config = new("config.json", 1000);
    private static readonly HubFile Weights = new("model.safetensors", 1 << 20);
    private static readonly HubFile Preprocessor = new("preprocessor_config.json", 1000, Optional: true);

    private readonly TempFolder folder = new();
    private readonly HubServer server = new();
    private readonly RecordedLog log = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Files_are_downloaded_completely_and_only_once()
    {
        string snapshot = await GetAsync();

        Assert.Equal(HubServer.Commit, Path.GetFileName(snapshot));
        AssertWhole(snapshot);
        int sent = Sent("model.safetensors");
        Assert.Equal(snapshot, await GetAsync());
        Assert.Equal((ChunkCount, ChunkCount), (sent, Sent("model.safetensors")));
    }

    [Fact]
    public async Task A_cached_commit_needs_no_network()
    {
        string snapshot = await GetAsync();
        int before = server.Requests.Count;

        Assert.Equal(snapshot, await GetAsync(HubServer.Commit));
        Assert.Equal(before, server.Requests.Count);
    }

    [Fact]
    public async Task Without_a_network_a_branch_is_the_cached_commit()
    {
        string snapshot = await GetAsync();
        server.Dispose();

        Assert.Equal(snapshot, await GetAsync(retries: 0));
        Assert.Contains("as it was fetched before", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_hub_is_named()
    {
        server.Dispose();

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync(retries: 1));

        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsUnreachable);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_dropped_connection_is_resumed(int cuts)
    {
        server.Truncations = cuts;

        AssertWhole(await GetAsync());

        string?[] ranges =
        [
            .. server.Requests
                .Where(request => request.Method == "GET" && request.Path.EndsWith("model.safetensors", StringComparison.Ordinal))
                .Select(request => request.Range),
        ];
        Assert.Equal(cuts + ChunkCount, ranges.Length);
        Assert.All(ranges, range => Assert.StartsWith("bytes=", range, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_download_is_resumed_with_the_chunks_that_are_missing()
    {
        server.MaxLargeResponses = 2;
        await Assert.ThrowsAsync<HubException>(() => GetAsync(retries: 0, connections: 1));
        server.MaxLargeResponses = null;
        int before = Sent("model.safetensors");

        AssertWhole(await GetAsync());

        Assert.Equal(ChunkCount - 2, Sent("model.safetensors") - before);
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_is_supported()
    {
        (server.Truncations, server.IgnoresRanges) = (2, true);

        AssertWhole(await GetAsync());
    }

    [Fact]
    public async Task A_partial_file_with_other_content_is_discarded()
    {
        string snapshot = await GetAsync();
        string partial = Path.Combine(snapshot, "model.safetensors.part");
        foreach (int bytes in new[] { 5000, 300_000, 400_000 })
        {
            File.Delete(Path.Combine(snapshot, "model.safetensors"));
            await File.WriteAllBytesAsync(partial, HubServer.Numbers(bytes + 1)[..bytes], TestContext.Current.CancellationToken);

            AssertWhole(await GetAsync());
            Assert.False(File.Exists(partial));
        }
    }

    [Fact]
    public async Task A_hash_mismatch_is_an_error_and_leaves_no_file()
    {
        server.AnnouncesWrongHash = true;

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync());

        Assert.Contains("another hash", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories),
            path => path.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(path).Length > 0);
    }

    [Fact]
    public async Task A_file_that_changed_in_the_cache_is_fetched_again()
    {
        string snapshot = await GetAsync();
        await File.AppendAllTextAsync(Path.Combine(snapshot, "model.safetensors"), "x", TestContext.Current.CancellationToken);

        AssertWhole(await GetAsync(HubServer.Commit));
    }

    [Fact]
    public async Task A_file_over_the_size_limit_is_not_fetched()
    {
        server.Files["model.safetensors"] = HubServer.Numbers((1 << 20) + 1);

        await Assert.ThrowsAsync<HubException>(() => GetAsync());

        Assert.Equal(0, Sent("model.safetensors"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, null, "set it as HF_TOKEN")]
    [InlineData(HttpStatusCode.Unauthorized, Secret, "does not accept")]
    [InlineData(HttpStatusCode.Forbidden, Secret, "accept its terms")]
    [InlineData(HttpStatusCode.NotFound, null, "Check the model's name")]
    [InlineData(HttpStatusCode.Gone, null, "410")]
    public async Task An_error_status_is_explained_without_printing_the_token(HttpStatusCode status, string? secret, string expected)
    {
        server.ForcedStatus = status;

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync(secret: secret));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString() + log.Text, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_overloaded_hub_is_retried()
    {
        server.InitialFailures = 2;

        AssertWhole(await GetAsync());
    }

    [Fact]
    public async Task The_token_is_sent_to_the_hub_and_never_to_a_redirect_target()
    {
        using var storage = new HubServer();
        storage.Files["model.safetensors"] = server.Files["model.safetensors"];
        (server.RedirectTarget, server.Secret) = (storage, Secret);

        AssertWhole(await GetAsync(secret: Secret));

        Assert.All(server.Requests, request => Assert.Equal($"Bearer {Secret}", request.Token));
        Assert.NotEmpty(storage.Requests);
        Assert.All(storage.Requests, request => Assert.Null(request.Token));
        Assert.DoesNotContain(Secret, log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories),
            path => File.ReadAllText(path).Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dropped_storage_connection_is_resumed_at_the_storage()
    {
        using var storage = new HubServer { Truncations = 2 };
        storage.Files["model.safetensors"] = server.Files["model.safetensors"];
        server.RedirectTarget = storage;

        AssertWhole(await GetAsync());

        Assert.Equal(ChunkCount + 2, storage.Requests.Count);
    }

    [Theory]
    [InlineData("../../etc", "main")]
    [InlineData("a/b/c", "main")]
    [InlineData("a/..", "main")]
    [InlineData("a/b?x=1", "main")]
    [InlineData("a/b", "../main")]
    [InlineData("a/b", "")]
    [InlineData("a/b\n", "main")]
    public void An_unsafe_name_is_rejected(string id, string revision) => Assert.Throws<HubException>(() => HubModel.Parse(id, revision));

    private Task<string> GetAsync(string revision = "main", string? secret = null, int retries = 5, int connections = 4)
    {
        HubOptions options = HubOptions.From(
            name => name switch
            {
                "HF_ENDPOINT" => server.Address.AbsoluteUri,
                "HF_TOKEN" => secret,
                "HASTA_CACHE" => folder.Path,
                _ => null,
            },
            folder.Path) with
        {
            Retries = retries,
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Connections = connections,
        };
        return new HubClient(options, log, TimeProvider.System).GetAsync(
            HubModel.Parse(HubServer.Model, revision),
            [Config, Preprocessor, Weights],
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);
    }

    private void AssertWhole(string snapshot) =>
        Assert.All(server.Files, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(snapshot, file.Key))));

    private int Sent(string name) =>
        server.Requests.Count(request => request.Method == "GET" && request.Path.EndsWith(name, StringComparison.Ordinal));

    private sealed class RecordedLog : ILogger<HubClient>
    {
        private readonly System.Text.StringBuilder text = new();

        public string Text => text.ToString();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
    }
}
