using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Hasta.Bench.Serving.Hostile;

/// <summary>Attacks with connections.</summary>
internal static class ConnectionAttacks
{
    private const int Held = 200;
    private const int Connects = 10_000;
    private const int Workers = 50;
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(70); // Kestrel waits 30 s for headers, a stream 60 s for a message

    public static IEnumerable<Attack> All =>
    [
        new($"{Held} sockets with unfinished headers", (root, _) => HoldAsync(root, OpenUnfinishedAsync, "X-Slow: 1\r\n"u8.ToArray())),
        new($"{Held} half-open streams: nothing but the handshake", (root, _) => HoldAsync(root, OpenStreamAsync, [])),
        new($"{Connects:N0} connects", (root, _) => ConnectAsync(root)),
        Attack.Repeated("sockets that reset in the middle of a frame", ResetAsync),
    ];

    /// <summary>Opens sockets, sends each a few bytes a second, and waits until the server closes them.</summary>
    private static async Task<string> HoldAsync(Uri root, Func<Uri, Task<TcpClient>> open, byte[] drip)
    {
        long start = Stopwatch.GetTimestamp();
        string[] ends = await Task.WhenAll(Enumerable.Range(0, Held).Select(_ => Task.Run(async () =>
        {
            using TcpClient client = await open(root);
            return await WaitForCloseAsync(client, drip, start);
        })));
        return Attack.Count(ends);
    }

    private static async Task<string> WaitForCloseAsync(TcpClient client, byte[] drip, long start)
    {
        try
        {
            NetworkStream stream = client.GetStream();
            byte[] buffer = new byte[4096];
            Task<int> reading = stream.ReadAsync(buffer).AsTask();
            while (Stopwatch.GetElapsedTime(start) < LongestHold)
            {
                await stream.WriteAsync(drip);
                if (await Task.WhenAny(reading, Task.Delay(1000)) != reading)
                {
                    continue;
                }

                if (await reading == 0)
                {
                    return ClosedAfter(start);
                }

                reading = stream.ReadAsync(buffer).AsTask();
            }

            return $"open after {LongestHold.TotalSeconds} s";
        }
        catch (IOException)
        {
            return ClosedAfter(start);
        }
    }

    private static string ClosedAfter(long start) => $"closed after {5 * Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds / 5)} s";

    private static async Task<TcpClient> OpenUnfinishedAsync(Uri root)
    {
        TcpClient client = await OpenAsync(root);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {root.Authority}\r\n"));
        return client;
    }

    private static async Task<TcpClient> OpenStreamAsync(Uri root)
    {
        TcpClient client = await OpenAsync(root);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /api/live HTTP/1.1\r\nHost: {root.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: hasta.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        return client;
    }

    private static async Task<TcpClient> OpenAsync(Uri root)
    {
        var client = new TcpClient();
        await client.ConnectAsync(root.Host, root.Port);
        return client;
    }

    private static async Task<string> ConnectAsync(Uri root)
    {
        long start = Stopwatch.GetTimestamp();
        int failed = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Workers };
        await Parallel.ForAsync(0, Connects, parallel, async (_, _) =>
        {
            try
            {
                using TcpClient client = await OpenAsync(root);
            }
            catch (SocketException)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return $"{Connects - failed} accepted, {failed} refused, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s";
    }

    /// <summary>The first half of a WebSocket frame, then a TCP reset: what a client leaves behind whose machine is switched off.</summary>
    private static async Task<string> ResetAsync(Uri root)
    {
        using TcpClient client = await OpenStreamAsync(root);
        byte[] answer = new byte[4096];
        int received = await client.GetStream().ReadAsync(answer);
        await client.GetStream().WriteAsync((byte[])[0x82, 0xFE, 0x10, 0x00, 1, 2, 3, 4, 5, 6]);
        client.LingerState = new LingerOption(enable: true, 0);
        return received > 0 ? "reset" : "closed";
    }
}
