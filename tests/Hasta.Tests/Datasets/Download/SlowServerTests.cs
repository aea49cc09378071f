using System.Net;
using Hasta.Include.Download;

namespace Hasta.Tests.Datasets.Download;

/// <summary>Servers that drip, on a clock of its own, and the redirects that are allowed.</summary>
public sealed class SlowServerTests
{
    private readonly RecordedLog<RetryPolicy> log = new();
    private readonly DownloadOptions options = new() { FirstPause = TimeSpan.FromMilliseconds(1), MaxPause = TimeSpan.FromMilliseconds(1), IdleTimeout = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task A_record_that_drips_ends_with_its_rate_and_the_remedy()
    {
        using var server = HostileServer.Dripping();

        var error = await Assert.ThrowsAsync<DownloadException>(() => ReadAllAsync(server));

        AssertSlow(error);
    }

    [Fact]
    public async Task A_zip_that_drips_ends_too_and_keeps_what_has_come()
    {
        using var server = HostileServer.Dripping();
        using HttpClient http = DownloadClient.Create(options);
        var file = new RemoteFile("a.zip", server.Address, 1 << 20);
        int came = 0;

        var error = await Assert.ThrowsAsync<DownloadException>(() => Reader(http).ReadAsync(
            new RangeRequest(file, new RemoteIdentity(file.Bytes), new ByteRange(0, file.Bytes), (bytes, _) =>
            {
                came += bytes.Length;
                return ValueTask.FromResult(true);
            }),
            TestContext.Current.CancellationToken));

        AssertSlow(error);
        Assert.InRange(came, 20, 1000);
    }

    [Fact]
    public async Task Without_a_floor_it_is_waited_for()
    {
        using var server = HostileServer.Dripping();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(1));
        using HttpClient http = DownloadClient.Create(options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reader(http, options with { MinBytesPerSecond = 0 }).ReadAllAsync(server.Address, 1 << 20, stop.Token));
    }

    [Theory]
    [InlineData("https://a.example/", "http://b.example/", "from https to http")]
    [InlineData("https://a.example/", "//b.example/x", null)]
    [InlineData("http://a.example/", "https://b.example/", null)]
    [InlineData("http://a.example/x/", "../y", null)]
    public async Task A_redirect_may_lead_to_https_and_never_away_from_it(string from, string to, string? says)
    {
        var server = new OnceRedirecting(to);
        using var http = new HttpClient(new RedirectHandler(server));
        using var request = new HttpRequestMessage(HttpMethod.Get, from);
        request.Headers.Range = new(3, 9);
        if (says is not null)
        {
            Assert.Contains(says, (await Assert.ThrowsAsync<DownloadException>(() => http.SendAsync(request, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
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
            var answer = new HttpResponseMessage(isFirst ? HttpStatusCode.Found : HttpStatusCode.OK);
            answer.Headers.TryAddWithoutValidation("Location", to);
            return Task.FromResult(answer);
        }
    }
}
