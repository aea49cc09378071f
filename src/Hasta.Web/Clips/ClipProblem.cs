using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Clips;

/// <summary>Why a clip has no answer, as problem details whose <c>detail</c> names the remedy.</summary>
internal static class ClipProblem
{
    public static IResult Empty { get; } = Of(
        StatusCodes.Status400BadRequest, "The request has no body. Send the video or .pose file itself as the body.");

    public static IResult Stopping { get; } = Of(StatusCodes.Status503ServiceUnavailable, "The server stops. Try again later.");

    public static IResult TooLarge(long maxBytes) => Of(
        StatusCodes.Status413PayloadTooLarge, $"The clip is larger than {maxBytes} bytes. Send a clip of one sign, or a smaller video.");

    public static IResult TooSlow(TimeSpan limit) => Of(
        StatusCodes.Status503ServiceUnavailable,
        $"The clip took longer than {limit.TotalSeconds:0} s. Send a shorter clip of one sign, or try again when the server is idle.");

    /// <param name="error">An error of <paramref name="clip"/>, or of the server's own files and programs.</param>
    /// <param name="clip">The clip.</param>
    public static IResult From(HastaException error, UploadedClip clip)
    {
        int status = error switch
        {
            BadFileException file when file.Path == clip.Path => StatusCodes.Status400BadRequest,
            NoBodyException => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        return Of(status, error.Message.Replace(clip.Path, ClipAnswer.Name, StringComparison.Ordinal));
    }

    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">The problem and the remedy.</param>
    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status);
}
