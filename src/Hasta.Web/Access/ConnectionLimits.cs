using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hasta.Web.Access;

/// <summary>What a connection may cost before it is answered: slow, large and dead ones end.</summary>
internal static class ConnectionLimits
{
    private const int MaxConnections = 512;
    private const int MaxOfAddress = 64; // a browser opens 6, and one for each live stream
    private const int MaxLine = 4 << 10;
    private const int MaxHeaders = 16 << 10;
    private const int MaxHeaderCount = 64;
    private const int MinBytesPerSecond = 1 << 10; // a clip of 64 MB has its own limit; a slow telephone network has more than this
    private static readonly TimeSpan HeaderTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxRequestLineSize = MaxLine;
        limits.MaxRequestHeadersTotalSize = MaxHeaders;
        limits.MaxRequestHeaderCount = MaxHeaderCount;
        limits.RequestHeadersTimeout = HeaderTimeout;
        limits.KeepAliveTimeout = KeepAlive;
        limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, Grace);
    }

    /// <summary>Closes connections of an address that has many, before they cost more. Those of this machine may be a proxy's.</summary>
    public static void SharePerAddress(IConnectionBuilder listen)
    {
        var seats = new AddressSeats(MaxOfAddress, int.MaxValue);
        listen.Use(next => async connection =>
        {
            IPAddress? address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
            bool isLimited = address is not null && !IPAddress.IsLoopback(address);
            using IDisposable? seat = isLimited ? seats.TryTake(address) : null;
            if (isLimited && seat is null)
            {
                connection.Abort();
                return;
            }

            await next(connection);
        });
    }

    /// <summary>Pings find out that a client is gone whose network failed.</summary>
    public static WebSocketOptions Pings { get; } = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(15),
        KeepAliveTimeout = TimeSpan.FromSeconds(10),
    };
}
