using System.Net;
using System.Net.Sockets;

namespace Hasta.TestKit;

/// <summary>An HTTP listener on a free port of this machine.</summary>
internal static class LocalListener
{
    private const int MaxAttempts = 50;

    /// <summary>Retries with another port if another test takes the free port before the listener starts.</summary>
    public static (HttpListener Listener, Uri Address) Start()
    {
        for (int attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < MaxAttempts)
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
