using System.Net;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Fetching;

/// <summary>Servers that send very slowly, on a simulated clock, and the redirects that are allowed.</summary>
public sealed class SlowServerTests
{
    private readonly RecordedLog<RetryPolicy> log = new();
    private readonly DownloadOptions options = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        MaxPause = TimeSpan.FromMilliseconds(1),
        IdleTimeout = TimeSpan.FromMinutes(1),
    };

    [Fact]
    public async Task A_slow_record_is_an_error_with_the_rate_and_the_remedy()
    {
        using var server = HostileServer.Dripping();

        var error = await Assert.ThrowsAsync<DownloadException>(() => ReadAllAsync(server));

        AssertSlow(error);
    }

    [Fact]
    public async Task A_slow_zip_is_an_error_after_some_bytes_were_received()
    {
        using var server = HostileServer.Dripping();
        using HttpClient http = DownloadClient.Create(options);
        var file = new RemoteFile("a.zip", server.Address, 1 << 20);
        int received = 0;

        var error = await Assert.ThrowsAsync<DownloadException>(() => Reader(http).ReadAsync(
            new RangeRequest(file, new RemoteIdentity(file.Bytes), new ByteRange(0, file.Bytes), (bytes, _) =>
            {
                received += bytes.Length;
                return ValueTask.FromResult(true);
            }),
            TestContext.Current.CancellationToken));

        AssertSlow(error);
        Assert.InRange(received, 20, 1000);
    }

    [Fact]
    public async Task Without_a_minimum_rate_a_slow_server_is_waited_for()
    {
        using var server = HostileServer.Dripping();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(1));
        using HttpClient http = DownloadClient.Create(options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Reader(http, options with { MinBytesPerSecond = 0 }).ReadAllAsync(server.Address, 1 << 20, stop.Token));
    }

    [Theory]
    [InlineData("https://a.example/", "http://b.example/", "from https to http")]
    [InlineData("https://a.example/", "//b.example/x", null)]
    [InlineData("http://a.example/", "https://b.example/", null)]
    [InlineData("http://a.example/x/", "../y", null)]
    public async Task A_redirect_may_lead_to_https_but_never_away_from_it(string from, string to, string? expected)
    {
        var server = new OnceRedirecting(to);
        using var http = new HttpClient(new RedirectHandler(server));
        using var request = new HttpRequestMessage(HttpMethod.Get, from);
        request.Headers.Range = new(3, 9);
        if (expected is not null)
        {
            Assert.Contains(
                expected,
                (await Assert.ThrowsAsync<DownloadException>(() => http.SendAsync(request, TestContext.Current.CancellationToken))).Message,
                StringComparison.Ordinal);
            return;
        }

        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal((new Uri(new Uri(from), to), "bytes=3-9"), server.Last);
    }

    private static void AssertSlow(DownloadException error)
    {
        Assert.Contains("less than 1024 bytes per second over 60 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("--min-rate", error.Message, StringComparison.Ordinal);
    }

    private async Task<byte[]?> ReadAllAsync(HostileServer server)
    {
        using HttpClient http = DownloadClient.Create(options);
        return await Reader(http).ReadAllAsync(server.Address, 1 << 20, TestContext.Current.CancellationToken);
    }

    private RangeReader Reader(HttpClient http, DownloadOptions? other = null) =>
        new(http, other ?? options, new RetryPolicy(other ?? options, TimeProvider.System, log), new SteppingClock());

    private sealed class OnceRedirecting(string to) : HttpMessageHandler
    {
        public (Uri? Address, string? Range) Last { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isFirst = Last.Address is null;
            Last = (request.RequestUri, request.Headers.Range?.ToString());
            var response = new HttpResponseMessage(isFirst ? HttpStatusCode.Found : HttpStatusCode.OK);
            response.Headers.TryAddWithoutValidation("Location", to);
            return Task.FromResult(response);
        }
    }
}
