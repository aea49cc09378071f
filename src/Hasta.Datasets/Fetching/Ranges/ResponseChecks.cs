using System.Net;
using Hasta.Datasets.Fetching.Retries;

namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>What a response's status and headers say about its bytes.</summary>
internal static class ResponseChecks
{
    /// <exception cref="TransientDownloadException">A temporary status.</exception>
    /// <exception cref="ChangedFileException">The file does not have the range.</exception>
    /// <exception cref="DownloadException">Another permanent error.</exception>
    public static void ThrowIfFailed(Uri address, HttpResponseMessage response, TimeProvider clock, DownloadOptions options)
    {
        ThrowIfTransient(address, response, clock);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            throw response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
                ? new ChangedFileException($"{address} is shorter on the server than announced.")
                : new DownloadException(
                    $"{StatusOf(address, response)} Check {options.AddressSetting}, "
                    + "and whether a proxy or the server's administrators block access.");
        }
    }

    /// <exception cref="TransientDownloadException">A temporary status; the response is disposed.</exception>
    public static void ThrowIfTransient(Uri address, HttpResponseMessage response, TimeProvider clock)
    {
        if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            using (response)
            {
                throw new TransientDownloadException(StatusOf(address, response)) { RetryAfter = RetryAfterOf(response, clock) };
            }
        }
    }

    /// <returns>Offset in the file of the response's first byte.</returns>
    /// <exception cref="TransientDownloadException">Neither the requested one nor 0.</exception>
    public static long StartOf(Uri address, HttpResponseMessage response, long requested)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return 0;
        }

        return response.Content.Headers.ContentRange is { From: { } from } && from == requested
            ? from
            : throw new TransientDownloadException($"{address} returned other bytes than those requested.");
    }

    /// <returns>Length of the whole file; null if the response does not contain it.</returns>
    public static long? LengthOf(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK ? response.Content.Headers.ContentLength : response.Content.Headers.ContentRange?.Length;

    private static string StatusOf(Uri address, HttpResponseMessage response) =>
        $"{address} returned {(int)response.StatusCode} ({response.ReasonPhrase}).";

    /// <summary>Retry-After, as seconds or as a date.</summary>
    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider clock)
    {
        TimeSpan? requested = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - clock.GetUtcNow());
        return requested < TimeSpan.Zero ? TimeSpan.Zero : requested;
    }
}
