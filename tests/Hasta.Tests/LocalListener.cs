using System.Net;
using System.Net.Sockets;

namespace Hasta.Tests;

/// <summary>An HTTP listener on a free port of this machine.</summary>
internal static class LocalListener
{
    private const int Tries = 50;

    /// <summary>Between finding a port free and listening there another test may take it: then another is tried.</summary>
    public static (HttpListener Listener, Uri Address) Start()
    {
        for (int tried = 1; ; tried++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (tried < Tries)
            {
                ((IDisposable)listener).Dispose();
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
