using System.Net;
using Hasta.Datasets.Fetching;
using Polly;
using Polly.Retry;

namespace Hasta.Training.Hub;

/// <summary>
/// Sends requests to a hub and follows its redirects; the token is sent to the hub's own address only. Provides retries for transient
/// errors.
/// </summary>
internal sealed class HubRequests : IDisposable
{
    private readonly HubOptions options;
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public HubRequests(HubOptions options, RetryLog report)
    {
        this.options = options;
        http.DefaultRequestHeaders.UserAgent.ParseAdd("hasta/0.1");
        Retries = options.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutException>(),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = TimeSpan.FromSeconds(30),
            OnRetry = retry =>
            {
                string problem = $"{options.Endpoint.Host}: {retry.Outcome.Exception!.Message}";
                report.Add(problem, retry.AttemptNumber + 2, options.Retries + 1, retry.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <summary>Retries after network errors, and when a server is overloaded.</summary>
    public ResiliencePipeline Retries { get; }

    public Uri AddressOf(HubModel model, HubFile file) =>
        new($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{model.Id}/resolve/"
            + $"{Uri.EscapeDataString(model.Revision)}/{Uri.EscapeDataString(file.Name)}");

    /// <summary>Requests the headers of a file without fetching it. For a large file, the hub sends them in the redirect itself.</summary>
    /// <exception cref="HttpRequestException">The server does not respond, or is overloaded.</exception>
    public Task<HttpResponseMessage> HeadAsync(Uri address, CancellationToken cancellationToken) => SendAsync(
        address,
        uri => new HttpRequestMessage(HttpMethod.Head, uri),
        (response, next) => IsHub(next) && !response.Headers.Contains("X-Linked-Etag"),
        cancellationToken);

    /// <param name="address">Address of the file on the hub.</param>
    /// <param name="from">Offset of the first byte to fetch.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="HttpRequestException">The server does not respond, or is overloaded.</exception>
    public Task<HttpResponseMessage> FetchAsync(Uri address, long from, CancellationToken cancellationToken) => SendAsync(
        address,
        uri =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Range = from > 0 ? new System.Net.Http.Headers.RangeHeaderValue(from, null) : null;
            return request;
        },
        (_, _) => true,
        cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        Uri address,
        Func<Uri, HttpRequestMessage> createRequest,
        Func<HttpResponseMessage, Uri, bool> shouldFollow,
        CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage request = createRequest(address);
            if (IsHub(address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
            {
                options.Token?.Authorize(request);
            }

            HttpResponseMessage response = await IdleTimeout.RunWithTimeoutAsync(
                limit => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit), options.IdleTimeout, cancellationToken);
            if (response.StatusCode
                is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            {
                response.Dispose();
                throw new HttpRequestException($"{address.Host} answers {(int)response.StatusCode}.", null, response.StatusCode);
            }

            if (TargetOf(response, address) is not { } next || !shouldFollow(response, next))
            {
                return response;
            }

            response.Dispose();
            address = redirects < WebRedirect.MaxInARow
                ? next
                : throw Refuse($"{options.Endpoint.Host} redirects in a circle, or more than {WebRedirect.MaxInARow} times.");
        }
    }

    private static Uri? TargetOf(HttpResponseMessage response, Uri address)
    {
        try
        {
            return WebRedirect.TargetOf(response, address, Refuse);
        }
        catch (HubException)
        {
            response.Dispose();
            throw;
        }
    }

    private static HubException Refuse(string problem) => new($"{problem} Check {HubOptions.EndpointVariable}.");

    /// <summary>Whether the address belongs to the hub itself: the same scheme, host and port.</summary>
    private bool IsHub(Uri address) => Uri.Compare(
        address, options.Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
