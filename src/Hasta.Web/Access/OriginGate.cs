using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>Refuses requests of other sites' pages. Programs other than browsers send no origin.</summary>
internal static class OriginGate
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next) => IsOwn(context.Request)
        ? next(context)
        : Refusal.AnswerAsync(context, StatusCodes.Status403Forbidden, "This server does not serve pages of other sites.");

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin, ..] || origin == $"{request.Scheme}://{request.Host}";
}
