using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>
/// Lets requests pass that show the token: in a cookie, which the link <c>/?token=...</c> sets, in <c>Authorization: Bearer</c>, or as the
/// subprotocol <c>token.TOKEN</c> of a WebSocket, which has no headers in browsers.
/// </summary>
/// <param name="token">The token.</param>
/// <param name="tries">Slows guessing down.</param>
internal sealed class TokenGate(AccessToken token, FailedTries tries)
{
    private const string Bearer = "Bearer ";
    private const string Subprotocol = "token.";
    private const string LinkQuery = "token";

    private const string Remedy = "Open the link that hasta serve printed, or send the token: Authorization: Bearer TOKEN, or for a "
        + "WebSocket the second subprotocol token.TOKEN.";

    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        IPAddress? address = context.Connection.RemoteIpAddress;
        if (context.Request.Path == "/healthz")
        {
            await next(context);
        }
        else if (tries.WaitOf(address) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Refusal.Tries.AnswerAsync(context, "Too many wrong tokens. Try again in a minute.");
        }
        else if (IsLink(context.Request) || TokenOf(context.Request) is not { } given)
        {
            await OpenLinkAsync(context);
        }
        else if (token.Matches(given.Text))
        {
            await next(context);
        }
        else
        {
            tries.Add(address, given.IsCookie ? given.Text : null);
            await RefuseAsync(context);
        }
    }

    private static bool IsLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Query.ContainsKey(LinkQuery);

    /// <summary>The token moves from the link to a cookie, so that it is neither in the address bar nor sent to other sites.</summary>
    private async Task OpenLinkAsync(HttpContext context)
    {
        if (IsLink(context.Request) && token.Matches(context.Request.Query[LinkQuery].ToString()))
        {
            context.Response.Cookies.Append(
                CookieName(context.Request),
                token.Text,
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/" });
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Location = "/";
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }

        if (IsLink(context.Request))
        {
            tries.Add(context.Connection.RemoteIpAddress, repeated: null);
        }

        await RefuseAsync(context);
    }

    /// <remarks>If another site led to the link, browsers withhold the cookie (<c>SameSite=Strict</c>) until a reload.</remarks>
    private static Task RefuseAsync(HttpContext context)
    {
        if (context.Request.Path == "/")
        {
            return Refusal.Token.AnswerAsync(context, Results.Text(
                "This server needs a token. Open the link that hasta serve printed; if another site led you here, reload the page.",
                statusCode: Refusal.Token.Status));
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"hasta\"";
        return Refusal.Token.AnswerAsync(context, Remedy);
    }

    /// <returns>Null if the request shows none.</returns>
    private static (string Text, bool IsCookie)? TokenOf(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return (header[Bearer.Length..].Trim(), false);
        }

        string? protocol = request.HttpContext.WebSockets.WebSocketRequestedProtocols
            .FirstOrDefault(name => name.StartsWith(Subprotocol, StringComparison.Ordinal));
        return protocol is not null ? (protocol[Subprotocol.Length..], false)
            : request.Cookies[CookieName(request)] is { } cookie ? (cookie, true)
            : null;
    }

    /// <summary>Servers on different ports of a host share its cookies.</summary>
    private static string CookieName(HttpRequest request) => $"hasta-{request.HttpContext.Connection.LocalPort}";
}
