using System.Net;
using System.Net.WebSockets;
using Hasta.TestKit;
using Hasta.Web.Access;
using Hasta.Web.Access.Certificates;

namespace Hasta.Web.Tests.Access.Certificates;

/// <summary>A real server with HTTPS on all addresses.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HTTPS_serves_the_page_and_WebSockets_and_marks_the_cookie_secure()
    {
        ServerCertificate certificate = OwnCertificate.ReadOrMake(folder.Path, IPAddress.Any, TimeProvider.System);
        await using RunningServer server = await StartAsync(certificate);
        string shown = "";
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        handler.ServerCertificateCustomValidationCallback = (_, found, _, _) =>
            (shown = found!.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256)) == Plain(certificate);
        using var browser = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        using HttpResponseMessage link = await browser.GetAsync("/?token=correct-horse-battery", Cancelled);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("hasta.1");
        socket.Options.AddSubProtocol("token.correct-horse-battery");
        socket.Options.SetRequestHeader("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        socket.Options.RemoteCertificateValidationCallback = (_, found, _, _) =>
            found!.GetCertHashString() == certificate.Certificate.GetCertHashString();
        await socket.ConnectAsync(new Uri($"wss://{server.Client.BaseAddress!.Authority}/api/live"), Cancelled);

        Assert.Equal("https", server.Client.BaseAddress!.Scheme);
        Assert.Equal(Plain(certificate), shown);
        Assert.Equal(HttpStatusCode.SeeOther, link.StatusCode);
        Assert.Contains("; secure", link.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.False(link.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task A_given_certificate_is_insisted_on()
    {
        OwnCertificate.ReadOrMake(folder.Path, IPAddress.Any, TimeProvider.System);
        ServerCertificate given = CertificateFile.Read(folder.At("certificate.pem"), null);
        await using RunningServer server = await StartAsync(given);
        using var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, found, _, _) =>
            found!.GetCertHashString() == given.Certificate.GetCertHashString();
        using var browser = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };

        using HttpResponseMessage answer = await browser.GetAsync("healthz", Cancelled);

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    public void Dispose() => folder.Dispose();

    private static string Plain(ServerCertificate certificate) => certificate.Fingerprint.Replace(":", "", StringComparison.Ordinal);

    private static Task<RunningServer> StartAsync(ServerCertificate certificate) => RunningServer.StartAsync(new WebServerOptions
    {
        Access = new AccessOptions
        {
            Address = IPAddress.Any,
            Token = AccessToken.Parse("correct-horse-battery"),
            Certificate = certificate,
        },
    });
}
