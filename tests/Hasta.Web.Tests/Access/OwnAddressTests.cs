using System.Net;
using Hasta.Web.Access;

namespace Hasta.Web.Tests.Access;

/// <summary>A real server, asked by names and pages that are not its own.</summary>
public sealed class OwnAddressTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_hosts_and_origins_are_refused_and_answers_carry_security_headers()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string own = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        await RefusedAsync(server, "--allow-host", ("Host", "evil.example"));
        await RefusedAsync(server, "--allow-host", ("Host", "127.0.0.1:1"));
        await RefusedAsync(server, "--allow-host", ("Host", Dns.GetHostName()));
        await RefusedAsync(server, "--allow-origin", ("Origin", "https://evil.example"));
        await RefusedAsync(server, "--allow-origin", ("Origin", "null"));
        await RefusedAsync(server, "--allow-host", ("Host", "evil.example"), ("Origin", "http://evil.example"));
        HttpResponseMessage answer = await SendAsync(server, HttpMethod.Get, ("Origin", own));

        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_server_for_the_network_has_the_machines_names_and_the_address_that_was_reached()
    {
        await using RunningServer server = await StartAsync(new AccessOptions { Address = IPAddress.Any });
        int port = server.Client.BaseAddress!.Port;

        foreach (string host in new[] { Dns.GetHostName(), "localhost", "127.0.0.1" })
        {
            using HttpResponseMessage answer = await SendAsync(server, HttpMethod.Get, ("Host", $"{host}:{port}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await RefusedAsync(server, "--allow-host", ("Host", $"rebound.example:{port}"));
        await RefusedAsync(server, "--allow-host", ("Host", $"192.0.2.77:{port}"));
        Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
    }

    [Fact]
    public async Task An_allowed_name_has_any_port_and_a_proxy_on_this_machine_says_the_scheme()
    {
        await using RunningServer server = await StartAsync(
            new AccessOptions { Hosts = [AllowedNames.ParseHost("Signs.Example")], IsBehindProxy = true });
        (string, string) host = ("Host", "signs.example");
        (string, string) origin = ("Origin", "https://signs.example");

        using HttpResponseMessage answer = await SendAsync(server, HttpMethod.Get, host, origin, ("X-Forwarded-Proto", "https"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await RefusedAsync(server, "--allow-origin", host, origin);
    }

    [Fact]
    public async Task An_allowed_page_of_another_site_gets_answers_and_preflights_with_the_token()
    {
        await using RunningServer server = await StartAsync(
            new AccessOptions { Origins = [AllowedNames.ParseOrigin("https://app.example/")] });
        (string, string) origin = ("Origin", "https://app.example");

        using HttpResponseMessage answer = await SendAsync(server, HttpMethod.Get, origin);
        using HttpResponseMessage preflight = await SendAsync(
            server, HttpMethod.Options, origin, ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "x"));
        using HttpResponseMessage own = await SendAsync(server, HttpMethod.Get);

        Assert.Equal("https://app.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("Origin", answer.Headers.Vary.ToString());
        Assert.Equal((HttpStatusCode.NoContent, ""), (preflight.StatusCode, await preflight.Content.ReadAsStringAsync(Cancelled)));
        Assert.Contains("Authorization", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(own.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("Origin", own.Headers.Vary.ToString());
        await RefusedAsync(server, "--allow-origin", ("Origin", "https://app.example.evil.example"));
        await RefusedAsync(server, "--allow-origin", ("Origin", "http://app.example"));
        await RefusedAsync(server, "--allow-origin", ("Origin", "https://app.example:444"));
    }

    [Fact]
    public void Allowed_names_are_read_as_browsers_write_them()
    {
        Assert.Equal("signs.example", AllowedNames.ParseHost("Signs.Example"));
        Assert.Equal("[2001:db8::1]", AllowedNames.ParseHost("2001:db8::1"));
        Assert.Equal("https://app.example", AllowedNames.ParseOrigin("https://App.Example:443/"));
        Assert.Equal("http://app.example:8080", AllowedNames.ParseOrigin("http://app.example:8080"));
        foreach (string host in new[] { "https://app.example", "app.example:80x", "app.example:81", "a/b", "", "a b", "me@app.example" })
        {
            Assert.Throws<AccessException>(() => AllowedNames.ParseHost(host));
        }

        foreach (string origin in new[] { "app.example", "null", "*", "ftp://app.example", "https://app.example/page", "https://" })
        {
            Assert.Throws<AccessException>(() => AllowedNames.ParseOrigin(origin));
        }
    }

    private static Task<RunningServer> StartAsync(AccessOptions access) =>
        RunningServer.StartAsync(new WebServerOptions { Access = access with { Token = AccessToken.Create() } });

    private static async Task RefusedAsync(RunningServer server, string remedy, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage refused = await SendAsync(server, HttpMethod.Get, headers);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(remedy, await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(
        RunningServer server, HttpMethod method, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri("healthz", UriKind.Relative));
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return server.Client.SendAsync(request, Cancelled);
    }
}
