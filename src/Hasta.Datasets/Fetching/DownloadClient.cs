using System.Net;
using System.Net.Http.Headers;

namespace Hasta.Datasets.Fetching;

/// <summary>HTTP clients for large files: no cookies, no overall timeout (see <see cref="DownloadOptions.IdleTimeout"/>).</summary>
internal static class DownloadClient
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A client without credentials.</summary>
    public static HttpClient Create(DownloadOptions options) =>
        Create(new RedirectHandler(CreateHandler(options)) { AddressSetting = options.AddressSetting });

    /// <param name="handler">Follows redirects, with <see cref="CreateHandler"/> at its end.</param>
    public static HttpClient Create(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("hasta", typeof(DownloadClient).Assembly.GetName().Version?.ToString(2)));
        return client;
    }

    /// <summary>Sends single requests and follows no redirects.</summary>
    public static HttpMessageHandler CreateHandler(DownloadOptions options) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = options.Connections,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
    };
}
