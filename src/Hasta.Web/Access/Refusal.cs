using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>Answers a request that may not go on, as problem details (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">For counting: one word.</param>
internal sealed record Refusal(int Status, string Reason)
{
    public static Refusal Host { get; } = new(StatusCodes.Status403Forbidden, "host");

    public static Refusal Origin { get; } = new(StatusCodes.Status403Forbidden, "origin");

    public static Refusal Token { get; } = new(StatusCodes.Status401Unauthorized, "token");

    public static Refusal Tries { get; } = new(StatusCodes.Status429TooManyRequests, "tries");

    public static Refusal Streams { get; } = new(StatusCodes.Status503ServiceUnavailable, "streams");

    /// <param name="context">The request.</param>
    /// <param name="detail">The problem and the remedy; nothing that the request said.</param>
    public Task AnswerAsync(HttpContext context, string detail) => AnswerAsync(context, Results.Problem(detail, statusCode: Status));

    public Task AnswerAsync(HttpContext context, IResult answer)
    {
        context.Features.Set(this);
        return answer.ExecuteAsync(context);
    }

    /// <returns>Null if the request was not refused.</returns>
    public static Refusal? Of(HttpContext context) => context.Features.Get<Refusal>();
}
