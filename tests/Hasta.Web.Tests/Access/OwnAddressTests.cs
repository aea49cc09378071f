using System.Net;

namespace Hasta.Web.Tests.Access;

public sealed class OwnAddressTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_hosts_and_origins_are_refused_and_answers_carry_security_headers()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string own = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, "Host", "evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, "Host", "127.0.0.1:1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, "Origin", "https://evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, "Origin", "null")).StatusCode);
        HttpResponseMessage answer = await SendAsync(server, "Origin", own);

        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    private static Task<HttpResponseMessage> SendAsync(RunningServer server, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri("healthz", UriKind.Relative));
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        return server.Client.SendAsync(request, Cancelled);
    }
}
