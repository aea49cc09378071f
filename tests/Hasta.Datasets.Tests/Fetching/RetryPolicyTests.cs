using System.Net;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Fetching;

/// <summary>Retry delays, on a clock that does not wait.</summary>
public sealed class RetryPolicyTests
{
    private readonly AutoAdvancingClock clock = new();
    private readonly RecordedLog<RetryPolicy> log = new();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 26 Nov 2026 00:01:40 GMT", 100)]
    public async Task Retry_After_is_respected_as_seconds_and_as_a_date(string retryAfter, int seconds)
    {
        byte[]? response = await ReadAsync(retryAfter, HttpStatusCode.TooManyRequests, times: 2);

        Assert.Equal([1], response);
        Assert.InRange((clock.GetUtcNow() - AutoAdvancingClock.Start).TotalSeconds, seconds, 2 * seconds);
    }

    [Fact]
    public async Task Without_Retry_After_delays_grow_and_retries_end()
    {
        var error = await Assert.ThrowsAsync<DownloadException>(() => ReadAsync(null, HttpStatusCode.ServiceUnavailable, times: 100));

        Assert.Contains("503", error.Message, StringComparison.Ordinal);
        Assert.Contains("run the same command again", error.Message, StringComparison.Ordinal);
        Assert.InRange((clock.GetUtcNow() - AutoAdvancingClock.Start).TotalSeconds, 5, 7 * 60);
    }

    [Fact]
    public async Task A_delay_of_hours_is_an_error_instead_of_a_wait()
    {
        var error = await Assert.ThrowsAsync<DownloadException>(() => ReadAsync("7200", HttpStatusCode.TooManyRequests, times: 1));

        Assert.Contains("02:00:00", error.Message, StringComparison.Ordinal);
        Assert.Equal(AutoAdvancingClock.Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Each_retry_is_logged_with_its_delay()
    {
        await ReadAsync("7", HttpStatusCode.ServiceUnavailable, times: 3);

        Assert.Equal(
            ["Try 2 of 8 in 7 s.", "Try 3 of 8 in 7 s.", "Try 4 of 8 in 7 s."],
            log.Warnings.Select(line => line[line.IndexOf("Try", StringComparison.Ordinal)..]));
        Assert.All(log.Warnings, line => Assert.StartsWith("http://busy.example/ returned 503", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eight_connections_that_fail_together_are_logged_once()
    {
        var report = new RetryLog(log, clock);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => report.Add("It is gone.", 2, 8, TimeSpan.FromSeconds(3)))));

        Assert.Equal("It is gone. Try 2 of 8 in 3 s.", Assert.Single(log.Warnings));
    }

    private async Task<byte[]?> ReadAsync(string? retryAfter, HttpStatusCode status, int times)
    {
        using var http = new HttpClient(new BusyServer(status, retryAfter, times));
        var options = new DownloadOptions();
        var reader = new RangeReader(http, options, new RetryPolicy(options, clock, log), clock);
        return await reader.ReadAllAsync(new Uri("http://busy.example/"), 100, TestContext.Current.CancellationToken);
    }

    private sealed class BusyServer(HttpStatusCode status, string? retryAfter, int times) : HttpMessageHandler
    {
        private int requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(requests++ < times ? status : HttpStatusCode.OK) { Content = new ByteArrayContent([1]) };
            if (retryAfter is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            }

            return Task.FromResult(response);
        }
    }
}
