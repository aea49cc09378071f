using System.Net;
using Hasta.Web.Access.Certificates;

namespace Hasta.Web.Access;

/// <summary>Who may connect to <see cref="WebServer"/>, and from where.</summary>
public sealed record AccessOptions
{
    /// <summary>The address to listen on: loopback, one of this machine, or <see cref="IPAddress.Any"/> for all.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>What each request must show; null for none: see <see cref="RequiresToken"/>.</summary>
    public AccessToken? Token { get; init; }

    /// <summary>For HTTPS; null for plain HTTP.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>
    /// Whether requests come through a reverse proxy on this machine, whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are
    /// believed.
    /// </summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Further names of the server, as <see cref="AllowedNames.ParseHost"/> returns them.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Other sites whose pages may use the server, as <see cref="AllowedNames.ParseOrigin"/> returns them.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether other machines can connect.</summary>
    public bool IsOpen => !IPAddress.IsLoopback(Address);

    /// <summary>Whether requests may come from other machines, directly or through a proxy.</summary>
    public bool RequiresToken => IsOpen || IsBehindProxy || Hosts.Count > 0;
}
