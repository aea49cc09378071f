using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hasta.Web.Enrollments;

/// <summary>The requests below <c>/api/enrollments</c>.</summary>
internal static class EnrollmentEndpoints
{
    private const string Root = "/api/enrollments";

    /// <summary>Without a library, each of them is answered with 404; with one that this server may not use, with 403.</summary>
    public static void MapEnrollments(this IEndpointRouteBuilder app, SignRecognizer recognizer, bool canTeach)
    {
        if (!canTeach)
        {
            app.Map(Root + "/{**rest}", () => Results.Problem(
                "This server teaches no signs: it was started with --no-teach. Use one that was not.", statusCode: 403));
            return;
        }

        if (recognizer.Library is not { } library)
        {
            app.Map(Root + "/{**rest}", () => Results.Problem(
                "This server has no library of enrolled signs. Start it with: hasta serve --library FOLDER", statusCode: 404));
            return;
        }

        var desk = new SignDesk(recognizer, library);
        app.MapGet(Root, () => AnswerAsync(() => Task.FromResult(desk.List())));
        app.MapGet(Root + "/export", () => EnrollmentProblems.CatchAsync(() => Task.FromResult<IResult>(Export(desk, library))));
        app.MapPost(Root + "/check", (HttpRequest request, CancellationToken cancelled) => AnswerAsync(
            async () => await desk.CheckAsync(await EnrollmentForm.ReadAsync(request, cancelled), cancelled)));
        app.MapPost(Root, (HttpRequest request, CancellationToken cancelled) => AnswerAsync(
            async () => await desk.AddAsync(await EnrollmentForm.ReadAsync(request, cancelled), cancelled)));
        app.MapDelete(Root + "/{gloss}", (string gloss, CancellationToken cancelled) => EnrollmentProblems.CatchAsync(async () =>
        {
            await desk.RemoveAsync(gloss.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancelled); // a path keeps it
            return Results.NoContent();
        }));
    }

    private static Task<IResult> AnswerAsync<T>(Func<Task<T>> action) =>
        EnrollmentProblems.CatchAsync(async () => Results.Json(await action()));

    private static LibraryZip Export(SignDesk desk, SignLibrary library) => desk.List().Count > 0
        ? new LibraryZip(library)
        : throw new EnrollmentProblemException(StatusCodes.Status404NotFound, "No sign is enrolled yet. Teach one first.");
}
