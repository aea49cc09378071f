using System.Net;
using System.Net.Sockets;

namespace Hasta.Web.Access;

/// <summary>Whom limits per address count as one.</summary>
internal static class ClientNetwork
{
    private const int PrefixBytes = 8; // an IPv6 user has at least 2^64 addresses

    /// <param name="address">As the connection has it; null if it has none.</param>
    /// <returns>The IPv4 address, or the first 64 bits of the IPv6 address.</returns>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4() ?? IPAddress.None;
        }

        byte[] bytes = address.GetAddressBytes();
        Array.Clear(bytes, PrefixBytes, bytes.Length - PrefixBytes);
        return new IPAddress(bytes);
    }
}
