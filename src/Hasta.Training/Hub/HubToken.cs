using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>The user's secret token for a hub. It never appears in text: only <see cref="Authorize"/> can read it.</summary>
internal sealed partial class HubToken
{
    public const string Variable = "HF_TOKEN";

    private readonly string secret;

    private HubToken(string secret, string source)
    {
        (this.secret, Source) = (secret, source);
    }

    /// <summary>The source of the token: the environment, or the path of a file.</summary>
    public string Source { get; }

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="folder">May contain a <c>.env</c> file, which is used if the environment has no token.</param>
    /// <returns>Null if there is no token.</returns>
    /// <exception cref="HubException">The token contains invalid characters.</exception>
    /// <exception cref="BadFileException">The <c>.env</c> file cannot be read.</exception>
    public static HubToken? Find(Func<string, string?> variable, string folder)
    {
        if (variable(Variable)?.Trim() is { Length: > 0 } fromEnvironment)
        {
            return Create(fromEnvironment, "the environment");
        }

        string path = Path.Combine(folder, ".env");
        return DotEnv.Read(path, Variable) is { Length: > 0 } fromFile ? Create(fromFile, path) : null;
    }

    public override string ToString() => $"{Variable} from {Source}";

    /// <summary>Adds the token to a request; for requests to the hub's own address only.</summary>
    internal void Authorize(HttpRequestMessage request) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);

    private static HubToken Create(string secret, string source) => ValidToken().IsMatch(secret)
        ? new HubToken(secret, source)
        : throw new HubException(
            $"{Variable} from {source} contains characters that are not valid in a token. Copy it again, without quotes or spaces.");

    [GeneratedRegex(@"^[A-Za-z0-9._~+/=-]{1,4096}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ValidToken();
}
