using Hasta.Web.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hasta.Web.Access;

/// <summary>The checks of each request, from cheap to dear, before anything answers it.</summary>
internal static class AccessPipeline
{
    public static void UseAccess(this WebApplication app, AccessOptions options, ServerMetrics metrics)
    {
        app.Use(async (context, next) =>
        {
            await next(context);
            if (Refusal.Of(context) is { } refusal)
            {
                metrics.RequestRefused(refusal.Reason);
            }
        });
        if (options.IsBehindProxy)
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions // of proxies on this machine only, by default
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            });
        }

        app.Use(new SecurityHeaders(options.Certificate is { IsGiven: true }).AddAsync);
        app.Use(new HostGate(options).CheckAsync);
        app.Use(new OriginGate(options.Origins).CheckAsync);
        if (options.Token is { } token)
        {
            app.Use(new TokenGate(token, new FailedTries(TimeProvider.System)).CheckAsync);
        }
    }
}
