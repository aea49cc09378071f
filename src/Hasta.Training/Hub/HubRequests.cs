using System.Net;
using Hasta.Datasets.Fetching;
using Polly;
using Polly.Retry;

namespace Hasta.Training.Hub;

/// <summary>Sends requests to a hub and on to where it redirects; the token goes to the hub's own address alone. What fails by chance is tried again.</summary>
internal sealed class HubRequests : IDisposable
{
    private readonly HubOptions options;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public HubRequests(HubOptions options, RetryReport report)
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
            OnRetry = tried =>
            {
                report.Add($"{options.Endpoint.Host}: {tried.Outcome.Exception!.Message}", tried.AttemptNumber + 2, options.Retries + 1, tried.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <summary>Tries again after errors of the network, and where a server is overloaded.</summary>
    public ResiliencePipeline Retries { get; }

    public Uri AddressOf(HubModel model, HubFile file) =>
        new($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{model.Id}/resolve/{Uri.EscapeDataString(model.Revision)}/{Uri.EscapeDataString(file.Name)}");

    /// <summary>Asks what a file is, without fetching it: of a large one the hub tells in the redirect itself.</summary>
    /// <exception cref="HttpRequestException">No answer, or an overloaded server.</exception>
    public Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancellationToken) => SendAsync(
        address,
        place => new HttpRequestMessage(HttpMethod.Head, place),
        (response, next) => IsOwn(next) && !response.Headers.Contains("X-Linked-Etag"),
        cancellationToken);

    /// <param name="address">Of the file on the hub.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HttpRequestException">No answer, or an overloaded server.</exception>
    public Task<HttpResponseMessage> FetchAsync(Uri address, long from, CancellationToken cancellationToken) => SendAsync(
        address,
        place =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, place);
            request.Headers.Range = from > 0 ? new System.Net.Http.Headers.RangeHeaderValue(from, null) : null;
            return request;
        },
        (_, _) => true,
        cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        Uri address, Func<Uri, HttpRequestMessage> make, Func<HttpResponseMessage, Uri, bool> follows, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage request = make(address);
            if (IsOwn(address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
            {
                options.Token?.Authorize(request);
            }

            HttpResponseMessage response = await IdleTimeout.WithinAsync(limit => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit), options.IdleTimeout, cancellationToken);
            if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            {
                response.Dispose();
                throw new HttpRequestException($"{address.Host} answers {(int)response.StatusCode}.", null, response.StatusCode);
            }

            if (TargetOf(response, address) is not { } next || !follows(response, next))
            {
                return response;
            }

            response.Dispose();
            address = redirects < WebRedirect.MaxInARow ? next : throw Refuse($"{options.Endpoint.Host} redirects in a circle, or more than {WebRedirect.MaxInARow} times.");
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

    /// <summary>Whether it is the hub itself: the same scheme, host and port.</summary>
    private bool IsOwn(Uri address) => Uri.Compare(address, options.Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
