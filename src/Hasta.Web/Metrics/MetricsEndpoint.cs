using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Hasta.Web.Metrics;

/// <summary><c>GET /metrics</c>: <see cref="ServerMetrics"/> in the text format of Prometheus.</summary>
internal static class MetricsEndpoint
{
    public static void AddServerMetrics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<ServerMetrics>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(ServerMetrics.MeterName).AddPrometheusExporter());
    }

    public static void MapMetrics(this WebApplication app)
    {
        IApplicationBuilder branch = ((IApplicationBuilder)app).New();
        RequestDelegate scrape = branch.UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        app.MapGet("/metrics", Task (HttpContext context, CancellationToken _) => scrape(context))
            .WithSummary("Numbers on the server's work in the text format of Prometheus: nothing of a user.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
    }
}
