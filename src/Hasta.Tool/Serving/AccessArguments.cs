using System.CommandLine;
using System.Net;
using Hasta.Web.Access;
using Hasta.Web.Access.Certificates;

namespace Hasta.Tool.Serving;

/// <summary>The options of <c>hasta serve</c> that say who may connect.</summary>
internal static class AccessArguments
{
    private static readonly Option<string> Host = new("--host")
    {
        Description = "The address to listen on: 127.0.0.1 for this computer, 0.0.0.0 for all networks, or an address of this computer.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => new AccessOptions().Address.ToString(),
    };

    private static readonly Option<string?> Token = new("--token")
    {
        Description = "What requests must show, at least 16 characters. Default: a new one at each start, and none for this computer only.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Cert = new("--cert")
    {
        Description = "Serve HTTPS with this certificate, .pem or .pfx. Default: beyond this computer, one that Hasta makes.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> CertKey = new("--cert-key")
    {
        Description = "The private key of --cert, if that file does not contain it.",
        HelpName = "FILE.pem",
    };

    private static readonly Option<bool> Http = new("--http")
    {
        Description = "Serve plain HTTP to a reverse proxy with HTTPS on this computer.",
    };

    private static readonly Option<string[]> AllowHost = new("--allow-host")
    {
        Description = "A further name of the server, such as that of a reverse proxy. Repeat it for several.",
        HelpName = "NAME",
    };

    private static readonly Option<string[]> AllowOrigin = new("--allow-origin")
    {
        Description = "Another site whose pages may use the server, such as https://app.example. Repeat it for several.",
        HelpName = "ORIGIN",
    };

    public static IReadOnlyList<Option> All { get; } = [Host, Token, Cert, CertKey, Http, AllowHost, AllowOrigin];

    /// <exception cref="UsageException">The address is none, or options exclude each other.</exception>
    /// <exception cref="Landmarks.HastaException">The token, a name or a certificate cannot be used.</exception>
    public static AccessOptions Read(ParseResult parsed)
    {
        var options = new AccessOptions
        {
            Address = AddressOf(parsed.GetValue(Host)!),
            IsBehindProxy = parsed.GetValue(Http),
            Hosts = [.. (parsed.GetValue(AllowHost) ?? []).Select(AllowedNames.ParseHost)],
            Origins = [.. (parsed.GetValue(AllowOrigin) ?? []).Select(AllowedNames.ParseOrigin)],
        };
        return options with
        {
            Token = parsed.GetValue(Token) is { } text ? AccessToken.Parse(text) : options.RequiresToken ? AccessToken.Create() : null,
            Certificate = CertificateOf(parsed, options),
        };
    }

    private static IPAddress AddressOf(string text) => text == "localhost"
        ? IPAddress.Loopback
        : IPAddress.TryParse(text, out IPAddress? address)
            ? address
            : throw new UsageException("--host must be an IP address: 127.0.0.1, 0.0.0.0 for all networks, or one of this computer.");

    private static ServerCertificate? CertificateOf(ParseResult parsed, AccessOptions options)
    {
        (string? file, string? key) = (parsed.GetValue(Cert), parsed.GetValue(CertKey));
        if (options.IsBehindProxy ? file is not null || key is not null : file is null && key is not null)
        {
            throw new UsageException("--cert-key belongs to --cert, and neither goes with --http: leave one out.");
        }

        return file is not null ? CertificateFile.Read(file, key)
            : options.IsOpen && !options.IsBehindProxy ? OwnCertificate.ReadOrMake(OwnFolder(), options.Address, TimeProvider.System)
            : null;
    }

    private static string OwnFolder() => UserFolder.Find("serve")
        ?? throw new UsageException("This user has no data folder for a certificate: specify --cert FILE, or --http behind a proxy.");
}
