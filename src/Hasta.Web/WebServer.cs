using System.Security.Authentication;
using System.Text.Json.Serialization;
using Hasta.Recognition;
using Hasta.Web.Access;
using Hasta.Web.Access.Certificates;
using Hasta.Web.Clips;
using Hasta.Web.Enrollments;
using Hasta.Web.Live;
using Hasta.Web.Metrics;
using Hasta.Web.OpenApi;
using Hasta.Web.Scheduling;
using Hasta.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hasta.Web;

/// <summary>The server of <c>hasta serve</c>: docs/protocol.md.</summary>
public static class WebServer
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Serves until it is cancelled.</summary>
    /// <param name="recognizer">Uses landmarks only; must outlive the server.</param>
    /// <param name="options">What is served, and where.</param>
    /// <param name="onStarted">Called with the server's address, by which other machines reach it if they may.</param>
    /// <param name="cancellationToken">Ends every stream, and the server.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="ArgumentException">Other machines can connect, and there is no token.</exception>
    public static async Task RunAsync(
        SignRecognizer recognizer, WebServerOptions options, Action<Uri> onStarted, CancellationToken cancellationToken = default)
    {
        if (options.Access is { RequiresToken: true, Token: null })
        {
            throw new ArgumentException("Beyond the loopback interface, a token is required.", nameof(options));
        }

        await using WebApplication app = Build(recognizer, options);
        await app.StartAsync(cancellationToken);
        onStarted(AddressOf(app, options.Access));
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static Uri AddressOf(WebApplication app, AccessOptions access) =>
        new UriBuilder(app.Urls.First()) { Host = MachineNames.Reachable(access.Address).ToString() }.Uri;

    private static WebApplication Build(SignRecognizer recognizer, WebServerOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ConnectionLimits.Set(kestrel.Limits);
            kestrel.Listen(options.Access.Address, options.Port, listen => Secure(listen, options.Access.Certificate));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddRoutingCore();
        builder.Services.AddServerMetrics();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        WebApplication app = builder.Build();
        ServerMetrics metrics = app.Services.GetRequiredService<ServerMetrics>();
        app.UseAccess(options.Access, metrics);
        app.UseWebSockets(ConnectionLimits.Pings);
        ServePage(app, options.Page ?? Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseRouting();
        app.MapOpenApi(ApiDocument.Route);
        app.MapMetrics();
        app.MapGet("/healthz", () => Results.Text("ok")).WithSummary("ok while the server runs; no token is needed.").Produces<string>();
        app.MapWords(recognizer);
        app.MapClips(recognizer, options, metrics);
        app.MapEnrollments(recognizer, options.CanTeach, metrics);
        var streams = new LiveStreams(
            new StreamContext(recognizer, options, new EngineTurns(Environment.ProcessorCount), metrics));
        app.MapGet(
            "/api/live", Task (HttpContext context, CancellationToken _) => streams.AcceptAsync(context, app.Lifetime.ApplicationStopping))
            .WithSummary("A live stream: a WebSocket with the subprotocol hasta.1, described in docs/protocol.md.")
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .WithProblems(400, 503);
        return app;
    }

    private static void Secure(ListenOptions listen, ServerCertificate? certificate)
    {
        listen.Protocols = HttpProtocols.Http1; // WebSockets of HTTP/2 would need other routes, and the page has few files
        ConnectionLimits.SharePerAddress(listen);
        if (certificate is not null)
        {
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate.Certificate;
                https.ServerCertificateChain = certificate.Chain;
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            });
        }
    }

    private static void ServePage(WebApplication app, string folder)
    {
        if (File.Exists(Path.Combine(folder, "index.html")))
        {
            var files = new PhysicalFileProvider(folder);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        }
        else
        {
            app.MapGet("/", () => Results.Text("The page was not built: there is no wwwroot beside the program. The API works."));
        }
    }
}
