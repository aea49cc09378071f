namespace Hasta.Web.Access;

/// <summary>Reads names that the user allows.</summary>
public static class AllowedNames
{
    /// <param name="text">A host name or IP address without scheme and port.</param>
    /// <returns>As it stands in a <c>Host</c> header.</returns>
    /// <exception cref="AccessException">It is none.</exception>
    public static string ParseHost(string text)
    {
        bool isBareAddress = Uri.CheckHostName(text) == UriHostNameType.IPv6 && !text.StartsWith('[');
        return AuthorityOf($"http://{(isBareAddress ? $"[{text}]" : text)}") is { IsDefaultPort: true } url
            ? NameOf(url)
            : throw new AccessException("An allowed host is a name without scheme and port, such as --allow-host signs.example.");
    }

    /// <param name="text">A scheme and a host, and a port unless it is the scheme's.</param>
    /// <returns>As browsers write it in an <c>Origin</c> header.</returns>
    /// <exception cref="AccessException">It is none.</exception>
    public static string ParseOrigin(string text) => AuthorityOf(text) is { } url
        ? $"{url.Scheme}://{NameOf(url)}{(url.IsDefaultPort ? "" : $":{url.Port}")}"
        : throw new AccessException("An allowed origin is a scheme and a name, such as --allow-origin https://app.example.");

    private static Uri? AuthorityOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url is { Scheme: "https" or "http", Host.Length: > 0 }
        && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? url
            : null;

    private static string NameOf(Uri url) => url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
}
