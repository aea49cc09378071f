using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>
/// Refuses requests that other sites make: names that point to the loopback interface (DNS rebinding), and pages of other origins.
/// </summary>
internal static class LocalRequests
{
    private const string ContentPolicy = "default-src 'self'; connect-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
        + "style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=()";
        headers.CacheControl = "no-cache";
        if (IsLocal(context.Request.Host, context.Connection.LocalPort) && IsOwn(context.Request))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = (int)HttpStatusCode.Forbidden;
    }

    internal static bool IsLocal(HostString host, int port) =>
        host.Host is "localhost" or "127.0.0.1" && (host.Port ?? 80) == port;

    /// <summary>Programs other than browsers send no origin.</summary>
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin, ..] || origin == $"{request.Scheme}://{request.Host}";
}
