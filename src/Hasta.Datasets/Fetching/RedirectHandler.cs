using System.Net;

namespace Hasta.Datasets.Fetching;

/// <summary>
/// Follows redirects: to another web address only, never to a file, and never from https to http, where others on the network can read and
/// change the data.
/// </summary>
/// <param name="inner">Sends single requests and does not follow redirects itself.</param>
internal sealed class RedirectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Servers usually need one or two.</summary>
    public const int MaxInARow = 5;

    /// <summary>Whether to follow a response to an address; if not, the redirect itself is the response.</summary>
    public Func<HttpResponseMessage, Uri, bool> ShouldFollow { get; init; } = (_, _) => true;

    /// <inheritdoc cref="DownloadOptions.AddressSetting"/>
    public string AddressSetting { get; init; } = new DownloadOptions().AddressSetting;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri first = request.RequestUri!;
        HttpRequestMessage current = request;
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage response = await base.SendAsync(current, cancellationToken);
            if (TargetOf(response, current.RequestUri!) is not { } next || !ShouldFollow(response, next))
            {
                return response;
            }

            response.Dispose();
            current = redirects < MaxInARow
                ? Copy(request, next)
                : throw Refuse($"{first} redirects in a circle, or more than {MaxInARow} times.");
        }
    }

    /// <returns>Null if the response is not a redirect.</returns>
    /// <exception cref="DownloadException">The redirect has no usable target, or a forbidden one.</exception>
    private Uri? TargetOf(HttpResponseMessage response, Uri from)
    {
        if (response.StatusCode is not (HttpStatusCode.MultipleChoices or HttpStatusCode.MovedPermanently or HttpStatusCode.Found
            or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            return null;
        }

        string? location = response.Headers.TryGetValues("Location", out IEnumerable<string>? values) ? values.First() : null;
        string? problem = location is null || !Uri.TryCreate(from, location, out Uri? next)
            ? $"{from} redirects ({(int)response.StatusCode}) without a usable address."
            : ProblemOf(from, next);
        if (problem is not null)
        {
            response.Dispose();
            throw Refuse(problem);
        }

        return new Uri(from, location);
    }

    private static string? ProblemOf(Uri from, Uri next) =>
        next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps
            ? $"{from} redirects to \"{next.Scheme}:\", which is not a web address."
            : from.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp
                ? $"{from} redirects from https to http ({next.Host}), where others can read and change the data."
                : null;

    private DownloadException Refuse(string problem) => new($"{problem} Check {AddressSetting}.");

    private static HttpRequestMessage Copy(HttpRequestMessage request, Uri address)
    {
        var copy = new HttpRequestMessage(request.Method, address) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }
}
