using System.Net;

namespace Hasta.Web.Access;

/// <summary>Who may connect to <see cref="WebServer"/>, and from where.</summary>
public sealed record AccessOptions
{
    /// <summary>The address to listen on: loopback, one of this machine, or <see cref="IPAddress.Any"/> for all.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>What each request must show; null for none, which only the loopback interface allows.</summary>
    public AccessToken? Token { get; init; }

    /// <summary>Whether other machines can connect.</summary>
    public bool IsOpen => !IPAddress.IsLoopback(Address);
}
