using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>Headers of all answers: what the page may load, who may embed it, and that nothing is kept.</summary>
/// <param name="isTrusted">
/// Whether browsers trust the certificate, and shall insist on it from now on. They would shut the user out of a self-signed one.
/// </param>
internal sealed class SecurityHeaders(bool isTrusted)
{
    private const string ContentPolicy = "default-src 'self'; connect-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
        + "style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task AddAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=()";
        headers.CacheControl = "no-cache";
        if (isTrusted)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(context);
    }
}
