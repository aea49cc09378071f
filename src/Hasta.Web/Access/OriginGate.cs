using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>Refuses requests of other sites' pages, unless their origin is allowed. Programs other than browsers send no origin.</summary>
/// <param name="allowed">Origins as browsers write them.</param>
internal sealed class OriginGate(IReadOnlyList<string> allowed)
{
    private const string CacheSeconds = "600";

    public Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (allowed.Count > 0)
        {
            headers.Vary = "Origin";
        }

        if (context.Request.Headers.Origin is not [{ } origin, ..] || origin == $"{context.Request.Scheme}://{context.Request.Host}")
        {
            return next(context);
        }

        if (!allowed.Contains(origin, StringComparer.Ordinal))
        {
            return Refusal.Origin.AnswerAsync(
                context,
                "This server does not serve pages of other sites. Start it with --allow-origin and the site's origin to allow it.");
        }

        headers.AccessControlAllowOrigin = origin;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!HttpMethods.IsOptions(context.Request.Method) || context.Request.Headers.AccessControlRequestMethod.Count == 0)
        {
            return next(context);
        }

        headers.AccessControlAllowMethods = "GET, POST, DELETE";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type";
        headers.AccessControlMaxAge = CacheSeconds;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
