using System.Globalization;
using Hasta.Datasets.Fetching;
using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>Which hub, who asks, and where its files are kept.</summary>
internal sealed record HubOptions
{
    public const string EndpointVariable = "HF_ENDPOINT";
    public const string CacheVariable = "HASTA_CACHE";
    public const string MinRateVariable = "HASTA_MIN_RATE";

    private const string PublicEndpoint = "https://huggingface.co";

    /// <summary>http or https, without a path.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Sent to the endpoint alone, and only where nobody can listen: over https, or on this machine.</summary>
    public HubToken? Token { get; init; }

    /// <summary>Folder of all models from hubs.</summary>
    public required string Cache { get; init; }

    /// <summary>So often a request that failed by chance is made again.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Before the first of them; doubled each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A hub that sends nothing for so long counts as gone.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A hub that sends less over a minute is asked again, and the second time given up; 0 waits for ever.</summary>
    public int MinBytesPerSecond { get; init; } = RateFloor.DefaultBytesPerSecond;

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="folder">May hold a <c>.env</c> file with the token.</param>
    /// <exception cref="HastaException">The endpoint is no address, or the token no token.</exception>
    public static HubOptions From(Func<string, string?> variable, string folder)
    {
        string endpoint = variable(EndpointVariable) is { Length: > 0 } named ? named.Trim().TrimEnd('/') : PublicEndpoint;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Query.Length > 0)
        {
            throw new HubException($"{EndpointVariable} is no address of a hub. Write it like {PublicEndpoint}, without a password, or leave it unset.");
        }

        var token = HubToken.Find(variable, folder);
        if (token is not null && address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            throw new HubException($"{EndpointVariable} begins with http, where anyone on the way can read {token}. Use https, or unset {HubToken.Variable}.");
        }

        int rate = RateFloor.DefaultBytesPerSecond;
        if (variable(MinRateVariable) is { Length: > 0 } floor && !int.TryParse(floor, NumberStyles.None, CultureInfo.InvariantCulture, out rate))
        {
            throw new HubException($"{MinRateVariable} is no number of bytes per second. Write it like {RateFloor.DefaultBytesPerSecond}, 0 to wait for ever, or leave it unset.");
        }

        string cache = variable(CacheVariable) is { Length: > 0 } place
            ? place
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "hasta");
        return new HubOptions { Endpoint = address, Token = token, Cache = Path.Combine(cache, "hub"), MinBytesPerSecond = rate };
    }
}
