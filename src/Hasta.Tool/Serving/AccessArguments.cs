using System.CommandLine;
using System.Net;
using Hasta.Web.Access;

namespace Hasta.Tool.Serving;

/// <summary>The options of <c>hasta serve</c> that say who may connect.</summary>
internal static class AccessArguments
{
    private static readonly Option<string> Host = new("--host")
    {
        Description = "The address to listen on: 127.0.0.1 for this computer only, 0.0.0.0 for all networks, or an address of this computer.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => new AccessOptions().Address.ToString(),
    };

    private static readonly Option<string?> Token = new("--token")
    {
        Description = "What requests must show, at least 16 characters. Default: a new one at each start, and none for this computer only.",
        HelpName = "TEXT",
    };

    public static IReadOnlyList<Option> All { get; } = [Host, Token];

    /// <exception cref="UsageException">The address is none.</exception>
    /// <exception cref="AccessException">The token cannot be used.</exception>
    public static AccessOptions Read(ParseResult parsed)
    {
        var options = new AccessOptions { Address = AddressOf(parsed.GetValue(Host)!) };
        return options with
        {
            Token = parsed.GetValue(Token) is { } text ? AccessToken.Parse(text) : options.IsOpen ? AccessToken.Create() : null,
        };
    }

    private static IPAddress AddressOf(string text) => text == "localhost"
        ? IPAddress.Loopback
        : IPAddress.TryParse(text, out IPAddress? address)
            ? address
            : throw new UsageException("--host must be an IP address: 127.0.0.1, 0.0.0.0 for all networks, or one of this computer.");
}
