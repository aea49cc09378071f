using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Enrollments;

/// <summary>Answers errors as problem details (RFC 9457).</summary>
internal static class EnrollmentProblems
{
    public static async Task<IResult> CatchAsync(Func<Task<IResult>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception error) when (StatusOf(error) is { } status)
        {
            return Results.Problem(error.Message, statusCode: status);
        }
    }

    /// <returns>Null for a bug.</returns>
    private static int? StatusOf(Exception error) => error switch
    {
        EnrollmentProblemException problem => problem.Status,
        SignLibraryException { InnerException: not null } => StatusCodes.Status503ServiceUnavailable, // another process has the lock
        SignLibraryException or EnrollmentUnavailableException => StatusCodes.Status409Conflict,
        BadFileException or IOException or UnauthorizedAccessException => StatusCodes.Status500InternalServerError,
        _ => null,
    };
}
