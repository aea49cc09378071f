using Microsoft.AspNetCore.Builder;

namespace Hasta.Web.Access;

/// <summary>The checks of each request, from cheap to dear, before anything answers it.</summary>
internal static class AccessPipeline
{
    public static void UseAccess(this WebApplication app, AccessOptions options)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.Use(new HostGate(options).CheckAsync);
        app.Use(OriginGate.CheckAsync);
        if (options.Token is { } token)
        {
            app.Use(new TokenGate(token, new FailedTries(TimeProvider.System)).CheckAsync);
        }
    }
}
