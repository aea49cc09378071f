using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.Web.Metrics;
using Hasta.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hasta.Web.Enrollments;

/// <summary>The requests below <c>/api/enrollments</c>.</summary>
internal static class EnrollmentEndpoints
{
    private const string Root = "/api/enrollments";

    /// <summary>Without a library, each of them is answered with 404; with one that this server may not use, with 403.</summary>
    public static void MapEnrollments(this IEndpointRouteBuilder app, SignRecognizer recognizer, bool canTeach, ServerMetrics metrics)
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
        app.MapGet(Root, () => AnswerAsync(() => Task.FromResult(desk.List())))
            .WithSummary("The enrolled signs.").Produces<IReadOnlyList<EnrolledEntry>>().WithProblems(500);
        app.MapGet(Root + "/export", () => EnrollmentProblems.CatchAsync(() => Task.FromResult<IResult>(Export(desk, library))))
            .WithSummary("The library as a zip: a data folder for hasta prepare and hasta train.")
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip").WithProblems(404, 500);
        app.MapPost(Root + "/check", Task<IResult> (HttpRequest request, CancellationToken cancelled) => AnswerAsync(
            async () => await desk.CheckAsync(await EnrollmentForm.ReadAsync(request, cancelled), cancelled)))
            .WithSummary("Says what is right and wrong with 1 to 10 takes, and keeps nothing.").IsForm();
        app.MapPost(Root, Task<IResult> (HttpRequest request, CancellationToken cancelled) => AnswerAsync(async () =>
        {
            EnrollmentAnswer answer = await desk.AddAsync(await EnrollmentForm.ReadAsync(request, cancelled), cancelled);
            metrics.SignEnrolled();
            return answer;
        }))
            .WithSummary("Enrolls a sign from 1 to 10 takes, with the signer's consent.").IsForm();
        app.MapDelete(Root + "/{gloss}", (string gloss, CancellationToken cancelled) => EnrollmentProblems.CatchAsync(async () =>
        {
            await desk.RemoveAsync(gloss.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancelled); // a path keeps it
            return Results.NoContent();
        }))
            .WithSummary("Removes a sign and its recordings.").Produces(StatusCodes.Status204NoContent).WithProblems(404, 500, 503);
    }

    private static void IsForm(this RouteHandlerBuilder route) => route
        .WithBody<EnrollmentFields>("multipart/form-data")
        .Produces<EnrollmentAnswer>()
        .WithProblems(400, 409, 413, 415, 500, 503);

    private static Task<IResult> AnswerAsync<T>(Func<Task<T>> action) =>
        EnrollmentProblems.CatchAsync(async () => Results.Json(await action()));

    private static LibraryZip Export(SignDesk desk, SignLibrary library) => desk.List().Count > 0
        ? new LibraryZip(library)
        : throw new EnrollmentProblemException(StatusCodes.Status404NotFound, "No sign is enrolled yet. Teach one first.");
}
