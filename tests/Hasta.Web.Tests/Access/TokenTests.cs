using System.Net;
using System.Net.WebSockets;
using Hasta.Web.Access;

namespace Hasta.Web.Tests.Access;

/// <summary>A real server that requires a token, and clients with and without it.</summary>
public sealed class TokenTests
{
    private const string Token = "correct-horse-battery";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_sets_a_cookie_and_leads_to_the_page_without_the_token()
    {
        await using RunningServer server = await StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };

        using HttpResponseMessage before = await browser.GetAsync("/", Cancelled);
        using HttpResponseMessage link = await browser.GetAsync("/?token=" + Token, Cancelled);
        using HttpResponseMessage after = await browser.GetAsync("/api/words", Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, before.StatusCode);
        Assert.Equal("text/plain", before.Content.Headers.ContentType?.MediaType);
        Assert.Contains("link", await before.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (link.StatusCode, link.Headers.Location?.ToString()));
        string cookie = link.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase); // the test's server has no HTTPS
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Without_the_token_only_the_health_check_answers()
    {
        await using RunningServer server = await StartAsync();
        using var program = new HttpRequestMessage(HttpMethod.Get, new Uri("api/words", UriKind.Relative));
        program.Headers.Authorization = new("Bearer", Token);

        Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
        foreach (string path in new[] { "api/words", "api/model", "api/live", "api/enrollments", "index.html", "nothing" })
        {
            using HttpResponseMessage refused = await server.Client.GetAsync(path, Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            Assert.Equal("Bearer realm=\"hasta\"", refused.Headers.WwwAuthenticate.ToString());
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(program, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_WebSocket_shows_the_token_as_its_second_subprotocol()
    {
        await using RunningServer server = await StartAsync();

        Assert.Equal("hasta.1", await ConnectAsync(server, "hasta.1", "token." + Token));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(server, "hasta.1"));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(server, "hasta.1", "token.wrong-horse-battery"));
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using RunningServer server = await StartAsync();
        for (int i = 0; i < 10; i++)
        {
            using HttpResponseMessage wrong = await server.Client.GetAsync($"/?token=guess-number-{i:00000}", Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using HttpResponseMessage waiting = await server.Client.GetAsync("/?token=" + Token, Cancelled);

        Assert.Equal(HttpStatusCode.TooManyRequests, waiting.StatusCode);
        Assert.InRange(waiting.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
    }

    [Fact]
    public async Task Other_machines_never_connect_without_a_token()
    {
        var open = new WebServerOptions { Access = new AccessOptions { Address = IPAddress.Any } };
        await Assert.ThrowsAsync<ArgumentException>(() => RunningServer.StartAsync(open));

        await using RunningServer server = await RunningServer.StartAsync(
            open with { Access = open.Access with { Token = AccessToken.Create() } });

        Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
        Assert.NotEqual("0.0.0.0", server.Client.BaseAddress!.Host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("api/words", Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with a space, and long enough")]
    [InlineData("संकेत-भाषा-के-लिए-टोकन")]
    public void A_token_that_links_cannot_carry_is_refused(string text) =>
        Assert.Contains("16", Assert.Throws<AccessException>(() => AccessToken.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Tokens_are_made_of_128_bits()
    {
        Assert.Equal(22, AccessToken.Create().Text.Length);
        Assert.NotEqual(AccessToken.Create().Text, AccessToken.Create().Text);
        Assert.DoesNotContain(Token, AccessToken.Parse(Token).ToString(), StringComparison.Ordinal);
    }

    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(
        new WebServerOptions { Access = new AccessOptions { Token = AccessToken.Parse(Token) } });

    private static async Task<string?> ConnectAsync(RunningServer server, params string[] protocols)
    {
        using var socket = new ClientWebSocket();
        foreach (string protocol in protocols)
        {
            socket.Options.AddSubProtocol(protocol);
        }

        await socket.ConnectAsync(new Uri($"ws://{server.Client.BaseAddress!.Authority}/api/live"), Cancelled);
        return socket.SubProtocol;
    }
}
