using Hasta.Datasets.Fetching;

namespace Hasta.Training.Hub;

/// <summary>Adds the token to requests to the hub's own address, and only to those: redirects lead to other servers.</summary>
internal sealed class HubTokenHandler(HubOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>A client that sends the token, and for HEAD returns the redirect with which a hub describes a large file.</summary>
    public static HttpClient CreateClient(HubOptions options, DownloadOptions download) => DownloadClient.Create(
        new RedirectHandler(new HubTokenHandler(options, DownloadClient.CreateHandler(download)))
        {
            AddressSetting = download.AddressSetting,
            ShouldFollow = (response, next) => response.RequestMessage!.Method != HttpMethod.Head
                || (IsHub(options, next) && !response.Headers.Contains(HubFileInfo.LinkedTagHeader)),
        });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        request.Headers.Authorization = null; // a redirected request is a copy of the one to the hub
        if (IsHub(options, address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            options.Token?.Authorize(request);
        }

        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>Whether the address belongs to the hub itself: the same scheme, host and port.</summary>
    private static bool IsHub(HubOptions options, Uri address) => Uri.Compare(
        address, options.Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
