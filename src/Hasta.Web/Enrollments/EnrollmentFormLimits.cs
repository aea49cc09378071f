using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hasta.Web.Enrollments;

/// <summary>Reads a form into memory, never to disk, up to limits.</summary>
internal static class EnrollmentFormLimits
{
    public const int MaxTakes = 10;

    /// <summary>Of a name or a sentence.</summary>
    public const int MaxCharacters = 200;

    public const string Remedy = "Send a multipart form with gloss, signer and consent of at most 200 characters each, and 1 to 10 files "
        + "take in .pose format of at most 2 MiB each.";

    private const int MaxTakeBytes = 2 << 20;

    private const int MaxOtherBytes = 64 << 10;

    /// <exception cref="EnrollmentProblemException">It is no form, or exceeds a limit.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new EnrollmentProblemException(StatusCodes.Status415UnsupportedMediaType, "The request is no form. " + Remedy);
        }

        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            (MaxTakes * MaxTakeBytes) + MaxOtherBytes;
        var limits = new FormOptions
        {
            MemoryBufferThreshold = MaxTakeBytes,
            MultipartBodyLengthLimit = MaxTakeBytes,
            ValueCountLimit = 2 * MaxTakes,
            ValueLengthLimit = MaxOtherBytes / 8,
        };
        try
        {
            return await request.ReadFormAsync(limits, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or IOException) // a truncated form
        {
            throw new EnrollmentProblemException(
                error is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status400BadRequest,
                $"The form cannot be read: {error.Message.TrimEnd('.', ' ')}. {Remedy}");
        }
    }
}
