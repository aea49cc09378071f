using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Hasta.Web.Access;

/// <summary>By which names and addresses other machines know this one.</summary>
internal static class MachineNames
{
    private static readonly IPAddress Elsewhere = new([192, 0, 2, 1]); // reserved for documentation (RFC 5737)
    private const ushort AnyPort = 9;

    /// <summary>The host name, alone and as multicast DNS announces it on the local network.</summary>
    public static IReadOnlyList<string> All()
    {
        string name = Dns.GetHostName();
        return name.Contains('.') ? [name] : [name, name + ".local"];
    }

    /// <summary>IPv4 addresses of network interfaces that are up, in a fixed order. IPv6 addresses may change daily.</summary>
    public static IReadOnlyList<IPAddress> Addresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(entry => entry.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))
            .Distinct()
            .OrderBy(address => address.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The address by which the local network reaches this machine: the source of what it sends elsewhere.</summary>
    /// <param name="bound">What the server listens on.</param>
    public static IPAddress Reachable(IPAddress bound)
    {
        if (!bound.Equals(IPAddress.Any) && !bound.Equals(IPAddress.IPv6Any))
        {
            return bound;
        }

        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(Elsewhere, AnyPort); // UDP: nothing is sent
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return Addresses().FirstOrDefault(IPAddress.Loopback); // no route: the machine is offline
        }
    }
}
