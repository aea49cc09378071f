using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.Training.Hub;

namespace Hasta.Training.Tests.Hub;

/// <summary>A hub that is very slow, overloaded, or sends invalid redirects.</summary>
public sealed class HubFaultTests : IDisposable
{
    private static readonly HubFile Weights = new("model.safetensors", 1 << 20);

    private readonly TempFolder folder = new();
    private readonly RecordedLog<HubClient> log = new();

    [Fact]
    public async Task A_slow_hub_is_an_error()
    {
        using var server = HostileServer.Dripping();

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync(server.Address, new SteppingClock()));

        Assert.Contains("less than 1024 bytes per second", error.Message, StringComparison.Ordinal);
        Assert.Contains(HubOptions.MinRateVariable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_retry_is_logged_with_its_delay()
    {
        using var server = new HubServer { InitialFailures = 2 };

        await GetAsync(server.Address, TimeProvider.System);

        Assert.Equal(
            ["503 (Service Unavailable). Try 2 of 4", "503 (Service Unavailable). Try 3 of 4"],
            log.Warnings.Select(line => line[line.IndexOf("503", StringComparison.Ordinal)..])
                .Select(line => line[..line.IndexOf(" in ", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "\"file:\"")]
    [InlineData("ftp://127.0.0.1/x", "\"ftp:\"")]
    [InlineData("/again", "in a circle")]
    public async Task An_invalid_redirect_is_an_error(string to, string expected)
    {
        using var server = HostileServer.Redirecting(to);

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync(server.Address, TimeProvider.System));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4611686018427387904")]
    [InlineData("-5")]
    public async Task A_file_with_an_impossible_size_is_never_fetched(string size)
    {
        using var server = new HostileServer(context =>
        {
            context.Response.Headers["X-Linked-Size"] = size;
            context.Response.Headers["X-Linked-Etag"] = new string('a', 64);
            return context.Response.OutputStream.WriteAsync(new byte[context.Request.HttpMethod == "HEAD" ? 0 : 10]).AsTask();
        });

        await Assert.ThrowsAsync<HubException>(() => GetAsync(server.Address, TimeProvider.System));
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void An_invalid_minimum_rate_is_an_error_that_names_the_variable(string rate) =>
        Assert.Contains(
            HubOptions.MinRateVariable,
            Assert.Throws<HubException>(() => Options(new Uri("http://127.0.0.1/"), rate)).Message,
            StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private HubOptions Options(Uri server, string? rate = null) =>
        HubOptions.From(
            name => name switch
            {
                HubOptions.EndpointVariable => server.AbsoluteUri,
                HubOptions.CacheVariable => folder.Path,
                HubOptions.MinRateVariable => rate,
                _ => null,
            },
            folder.Path) with
        {
            Retries = 3,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };

    private Task<string> GetAsync(Uri server, TimeProvider clock) =>
        new HubClient(Options(server), log, clock).GetAsync(
            HubModel.Parse(HubServer.Model, "main"),
            [Weights],
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);
}
