using System.Net;
using System.Net.Http.Headers;

namespace Hasta.Include.Download;

/// <summary>
/// An HTTP client for large files: no cookies, no credentials, no overall timeout (see <see cref="DownloadOptions.IdleTimeout"/>).
/// </summary>
internal static class DownloadClient
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    public static HttpClient Create(DownloadOptions options)
    {
        var client = new HttpClient(new RedirectHandler(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = options.Connections,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("hasta", typeof(DownloadClient).Assembly.GetName().Version?.ToString(2)));
        return client;
    }
}
