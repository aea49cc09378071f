using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>Answers a request that may not go on, as problem details (RFC 9457).</summary>
internal static class Refusal
{
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">The problem and the remedy; nothing that the request said.</param>
    public static Task AnswerAsync(HttpContext context, int status, string detail) =>
        Results.Problem(detail, statusCode: status).ExecuteAsync(context);
}
