using Hasta.Datasets.Fetching;

namespace Hasta.Include.Download;

/// <summary>Follows the redirects that <see cref="WebRedirect"/> allows.</summary>
/// <param name="inner">Sends single requests and does not follow redirects itself.</param>
internal sealed class RedirectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri first = request.RequestUri!;
        HttpRequestMessage current = request;
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage response = await base.SendAsync(current, cancellationToken);
            if (Target(response, current.RequestUri!) is not { } next)
            {
                return response;
            }

            response.Dispose();
            current = redirects < WebRedirect.MaxInARow
                ? Copy(request, next)
                : throw Refuse($"{first} redirects in a circle, or more than {WebRedirect.MaxInARow} times.");
        }
    }

    private static Uri? Target(HttpResponseMessage response, Uri from)
    {
        try
        {
            return WebRedirect.TargetOf(response, from, Refuse);
        }
        catch (DownloadException)
        {
            response.Dispose();
            throw;
        }
    }

    private static DownloadException Refuse(string problem) => new($"{problem} Check --base-url.");

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
