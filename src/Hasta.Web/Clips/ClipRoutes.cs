using Hasta.Recognition;
using Hasta.Web.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Clips;

/// <summary>Clips, and the model that answers them.</summary>
internal static class ClipRoutes
{
    /// <exception cref="Landmarks.BadFileException">The model's card is not valid.</exception>
    public static void MapClips(this WebApplication app, SignRecognizer recognizer, WebServerOptions options)
    {
        int cores = Math.Max(1, Environment.ProcessorCount - 1); // one is left to live streams
        var clips = new ClipEndpoint(recognizer, options, new SemaphoreSlim(cores));
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        app.MapPost("/api/recognize", Task<IResult> (HttpContext context, CancellationToken _) => clips.AnswerAsync(context, stopping));
        var model = ModelEntry.From(recognizer, options);
        app.MapGet("/api/model", () => model);
    }
}
