using System.Globalization;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Retries;
using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>Settings of the hub: address, token, cache and retries.</summary>
internal sealed record HubOptions
{
    public const string EndpointVariable = "HF_ENDPOINT";
    public const string CacheVariable = "HASTA_CACHE";
    public const string MinRateVariable = "HASTA_MIN_RATE";

    private const string PublicEndpoint = "https://huggingface.co";

    /// <summary>An http or https address without a password or query.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Sent to the endpoint only, and only over https or to this machine.</summary>
    public HubToken? Token { get; init; }

    /// <summary>Folder of all cached models.</summary>
    public required string Cache { get; init; }

    /// <summary>Maximum number of retries after transient errors.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Delay before the first retry; doubled for each further retry.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Maximum time without data before a connection counts as lost.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Minimum rate over a minute: the first slower download is retried, the second is an error; 0 for no minimum.</summary>
    public int MinBytesPerSecond { get; init; } = MinRateMonitor.DefaultBytesPerSecond;

    /// <summary>Concurrent requests for one file.</summary>
    public int Connections { get; init; } = 4;

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="folder">May contain a <c>.env</c> file with the token.</param>
    /// <exception cref="HastaException">The endpoint, the token or the minimum rate is not valid.</exception>
    public static HubOptions From(Func<string, string?> variable, string folder)
    {
        string endpoint = variable(EndpointVariable) is { Length: > 0 } named ? named.Trim().TrimEnd('/') : PublicEndpoint;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address)
            || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Query.Length > 0)
        {
            throw new HubException(
                $"{EndpointVariable} is not a valid hub address. "
                + $"Use an address such as {PublicEndpoint}, without a password, or leave it unset.");
        }

        var token = HubToken.Find(variable, folder);
        if (token is not null && address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            throw new HubException(
                $"{EndpointVariable} uses http, which exposes {token} on the network. Use https, or unset {HubToken.Variable}.");
        }

        int rate = MinRateMonitor.DefaultBytesPerSecond;
        if (variable(MinRateVariable) is { Length: > 0 } floor
            && !int.TryParse(floor, NumberStyles.None, CultureInfo.InvariantCulture, out rate))
        {
            throw new HubException(
                $"{MinRateVariable} must be a whole number of bytes per second, for example {MinRateMonitor.DefaultBytesPerSecond}. "
                + "Use 0 for no minimum, or leave it unset.");
        }

        string cache = variable(CacheVariable) is { Length: > 0 } path ? path : DefaultCache();
        return new HubOptions { Endpoint = address, Token = token, Cache = Path.Combine(cache, "hub"), MinBytesPerSecond = rate };
    }

    internal DownloadOptions ToDownload() => new()
    {
        Connections = Connections,
        Attempts = Retries + 1,
        FirstPause = RetryDelay,
        MaxPause = TimeSpan.FromSeconds(30),
        IdleTimeout = IdleTimeout,
        MinBytesPerSecond = MinBytesPerSecond,
        AddressSetting = EndpointVariable,
        MinRateSetting = MinRateVariable,
    };

    private static string DefaultCache()
    {
        const Environment.SpecialFolder Data = Environment.SpecialFolder.LocalApplicationData;
        return Path.Combine(Environment.GetFolderPath(Data, Environment.SpecialFolderOption.DoNotVerify), "hasta");
    }
}
