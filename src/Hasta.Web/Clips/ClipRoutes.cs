using Hasta.Recognition;
using Hasta.Web.Metrics;
using Hasta.Web.Model;
using Hasta.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Clips;

/// <summary>Clips, and the model that answers them.</summary>
internal static class ClipRoutes
{
    /// <exception cref="Landmarks.BadFileException">The model's card is not valid.</exception>
    public static void MapClips(this WebApplication app, SignRecognizer recognizer, WebServerOptions options, ServerMetrics metrics)
    {
        int cores = Math.Max(1, Environment.ProcessorCount - 1); // one is left to live streams
        var clips = new ClipEndpoint(recognizer, options, new SemaphoreSlim(cores));
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        app.MapPost("/api/recognize", async Task<IResult> (HttpContext context, CancellationToken _) =>
        {
            IResult answer = await clips.AnswerAsync(context, stopping);
            metrics.ClipAnswered((answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK);
            return answer;
        })
            .WithSummary("Recognizes the sign of a clip, a video or .pose file of at most 64 MB.")
            .WithFlag("pose", "Whether to answer the clip's landmarks too.")
            .WithBody<Stream>("application/octet-stream")
            .Produces<RecognitionLine>()
            .WithProblems(400, 413, 422, 503);
        var model = ModelEntry.From(recognizer, options);
        app.MapGet("/api/model", () => model).WithSummary("What the model is, how accurate, and whether signs can be taught.");
    }
}
