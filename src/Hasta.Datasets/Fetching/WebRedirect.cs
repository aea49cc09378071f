using System.Net;
using Hasta.Landmarks;

namespace Hasta.Datasets.Fetching;

/// <summary>
/// Resolves redirects: to another web address only, never to a file, and never from https to http, where others on the network can read and
/// change the data.
/// </summary>
internal static class WebRedirect
{
    /// <summary>Servers usually need one or two.</summary>
    public const int MaxInARow = 5;

    /// <param name="response">The response.</param>
    /// <param name="from">The address that returned it.</param>
    /// <param name="refuse">Creates the exception from a sentence that describes the problem.</param>
    /// <returns>Null if the response is not a redirect.</returns>
    /// <exception cref="HastaException">The redirect has no usable target, or a forbidden one.</exception>
    public static Uri? TargetOf(HttpResponseMessage response, Uri from, Func<string, HastaException> refuse)
    {
        if (response.StatusCode is not (HttpStatusCode.MultipleChoices or HttpStatusCode.MovedPermanently or HttpStatusCode.Found
            or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            return null;
        }

        string? location = response.Headers.TryGetValues("Location", out IEnumerable<string>? values) ? values.First() : null;
        if (location is null || !Uri.TryCreate(from, location, out Uri? next))
        {
            throw refuse($"{from} redirects ({(int)response.StatusCode}) without a usable address.");
        }

        return next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps
            ? throw refuse($"{from} redirects to \"{next.Scheme}:\", which is not a web address.")
            : from.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp
            ? throw refuse($"{from} redirects from https to http ({next.Host}), where others can read and change the data.")
            : next;
    }
}
