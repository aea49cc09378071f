using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>The user's secret for a hub. It never appears in a text: only <see cref="Authorize"/> can get at it.</summary>
internal sealed partial class HubToken
{
    public const string Variable = "HF_TOKEN";

    private readonly string secret;

    private HubToken(string secret, string source)
    {
        (this.secret, Source) = (secret, source);
    }

    /// <summary>Where it was found.</summary>
    public string Source { get; }

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="folder">May hold a <c>.env</c> file, which counts where the environment has none.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="HubException">It holds characters that no token has.</exception>
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

    public override string ToString() => $"{Variable} of {Source}";

    /// <summary>For requests to the hub's own address only.</summary>
    internal void Authorize(HttpRequestMessage request) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);

    private static HubToken Create(string secret, string source) => Allowed().IsMatch(secret)
        ? new HubToken(secret, source)
        : throw new HubException($"{Variable} of {source} holds characters that no token has. Copy it again, without quotes or spaces.");

    [GeneratedRegex(@"^[A-Za-z0-9._~+/=-]{1,4096}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
