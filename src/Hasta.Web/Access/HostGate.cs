using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Access;

/// <summary>Refuses requests to names that are not the server's own: another site's name may point here (DNS rebinding).</summary>
internal sealed class HostGate
{
    private readonly HashSet<string> allowed;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    /// <param name="options">Says whether other machines can connect, and by which further names.</param>
    public HostGate(AccessOptions options)
    {
        allowed = new HashSet<string>(options.Hosts, StringComparer.OrdinalIgnoreCase);
        if (options.IsOpen)
        {
            names.UnionWith(MachineNames.All());
        }
    }

    public Task CheckAsync(HttpContext context, RequestDelegate next) => IsOwn(context.Request.Host, context.Connection)
        ? next(context)
        : Refusal.Host.AnswerAsync(
            context,
            "This server does not serve the name in the request. Use the address that it printed, or start it with --allow-host NAME.");

    /// <summary>Allowed names may have any port: a proxy or a container forwards another one.</summary>
    private bool IsOwn(HostString host, ConnectionInfo connection)
    {
        int defaultPort = connection.LocalPort == 443 ? 443 : 80;
        bool isOwnPort = (host.Port ?? defaultPort) == connection.LocalPort;
        return allowed.Contains(host.Host)
            || (isOwnPort && (names.Contains(host.Host) || IsReached(host.Host, connection.LocalIpAddress)));
    }

    /// <summary>The address by which the client reached the server: addresses change while it runs.</summary>
    private static bool IsReached(string host, IPAddress? local) =>
        local is not null && IPAddress.TryParse(host, out IPAddress? address) && address.MapToIPv6().Equals(local.MapToIPv6());
}
