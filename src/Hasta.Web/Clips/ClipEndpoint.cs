using Hasta.Landmarks;
using Hasta.Recognition;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hasta.Web.Clips;

/// <summary><c>POST /api/recognize</c>: one clip per request.</summary>
/// <param name="recognizer">Must outlive the requests.</param>
/// <param name="options">The limits.</param>
/// <param name="free">Entered for each clip; further ones wait.</param>
internal sealed class ClipEndpoint(SignRecognizer recognizer, WebServerOptions options, SemaphoreSlim free)
{
    /// <param name="context">A request whose body is the clip.</param>
    /// <param name="stopping">Ends the work when the server stops.</param>
    public async Task<IResult> AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = options.MaxClipBytes;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await free.WaitAsync(ending.Token);
            try
            {
                ending.CancelAfter(options.ClipTimeout);
                return await RecognizeAsync(context.Request, ending.Token);
            }
            finally
            {
                free.Release();
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return stopping.IsCancellationRequested ? ClipProblem.Stopping : ClipProblem.TooSlow(options.ClipTimeout);
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ClipProblem.TooLarge(options.MaxClipBytes)
                : ClipProblem.Of(error.StatusCode, "The clip was not received completely. Send it again.");
        }
    }

    private async Task<IResult> RecognizeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using UploadedClip clip = await UploadedClip.ReceiveAsync(request.Body, cancellationToken);
        if (new FileInfo(clip.Path).Length == 0)
        {
            return ClipProblem.Empty;
        }

        try
        {
            (SignResult result, LandmarkSequence landmarks) = await Task.Run(
                () => recognizer.ReadSignAsync(clip.Path, cancellationToken), cancellationToken);
            byte[]? pose = request.Query["pose"] == "true" ? await clip.ToPoseAsync(landmarks, cancellationToken) : null;
            return Results.Text(ClipAnswer.ToJson(result, recognizer.EngineWarning, pose), "application/json");
        }
        catch (HastaException error)
        {
            return ClipProblem.From(error, clip);
        }
    }
}
