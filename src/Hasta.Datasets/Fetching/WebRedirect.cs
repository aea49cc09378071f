using System.Net;
using Hasta.Landmarks;

namespace Hasta.Datasets.Fetching;

/// <summary>Where a server sends a client on to: another web address, never a file, and never from https to http, where anyone on the way can read and change it.</summary>
internal static class WebRedirect
{
    /// <summary>Servers need one or two.</summary>
    public const int MaxInARow = 5;

    /// <param name="response">The answer.</param>
    /// <param name="from">Who gave it.</param>
    /// <param name="refuse">Makes the error of a sentence that says what is wrong.</param>
    /// <returns>Null where the answer is no redirect.</returns>
    /// <exception cref="HastaException">It leads nowhere, or where it must not.</exception>
    public static Uri? TargetOf(HttpResponseMessage response, Uri from, Func<string, HastaException> refuse)
    {
        if (response.StatusCode is not (HttpStatusCode.MultipleChoices or HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            return null;
        }

        string? location = response.Headers.TryGetValues("Location", out IEnumerable<string>? values) ? values.First() : null;
        if (location is null || !Uri.TryCreate(from, location, out Uri? next))
        {
            throw refuse($"{from} redirects ({(int)response.StatusCode}) without a usable address.");
        }

        return next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps ? throw refuse($"{from} redirects to \"{next.Scheme}:\", which is no web address.")
            : from.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp ? throw refuse($"{from} redirects from https to http ({next.Host}), where others can read and change what is sent.")
            : next;
    }
}
