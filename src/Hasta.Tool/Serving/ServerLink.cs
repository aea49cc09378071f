using Hasta.Web.Access;

namespace Hasta.Tool.Serving;

/// <summary>The link that opens the page.</summary>
internal static class ServerLink
{
    /// <param name="address">The server's.</param>
    /// <param name="access">Its token becomes part of the link.</param>
    public static Uri Of(Uri address, AccessOptions access) =>
        access.Token is { } token ? new Uri(address, "/?token=" + token.Text) : address;
}
