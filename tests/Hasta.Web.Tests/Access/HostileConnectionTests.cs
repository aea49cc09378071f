using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hasta.Web.Access;

namespace Hasta.Web.Tests.Access;

/// <summary>A real server, and raw sockets that do not speak HTTP as they should.</summary>
[Collection("temporary clips")]
public sealed class HostileConnectionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25); // 10 s, and time for a busy machine

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slow_connections_end_while_others_are_answered()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        Uri root = server.Client.BaseAddress!;
        Task<TimeSpan> header = DribbleAsync(root, $"GET /healthz HTTP/1.1\r\nHost: {root.Authority}\r\nX-Slow: ");
        Task<TimeSpan> body = DribbleAsync(
            root, $"POST /api/recognize HTTP/1.1\r\nHost: {root.Authority}\r\nContent-Length: 100000\r\n\r\n");
        var slowest = TimeSpan.Zero;
        while (!header.IsCompleted || !body.IsCompleted)
        {
            long start = Stopwatch.GetTimestamp();
            Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            await Task.Delay(200, Cancelled);
        }

        Assert.InRange(await header, TimeSpan.FromSeconds(5), Limit);
        Assert.InRange(await body, TimeSpan.FromSeconds(5), Limit);
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"One answer took {slowest}.");
    }

    [Fact]
    public async Task Garbage_and_oversized_requests_are_refused_while_others_are_answered()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        Uri root = server.Client.BaseAddress!;
        string host = $"Host: {root.Authority}\r\n";

        Assert.StartsWith("HTTP/1.1 400", await SendAsync(root, "\u0016\u0003\u0001 not HTTP\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 400", await SendAsync(root, "GET /healthz HTTP/1.1\r\n\r\n")); // no host
        Assert.StartsWith("HTTP/1.1 414", await SendAsync(root, $"GET /{new string('x', 5000)} HTTP/1.1\r\n{host}\r\n"));
        Assert.StartsWith(
            "HTTP/1.1 431", await SendAsync(root, $"GET /healthz HTTP/1.1\r\n{host}Cookie: {new string('x', 20_000)}\r\n\r\n"));
        foreach (string key in new[] { "", "Sec-WebSocket-Key: short\r\n" })
        {
            Assert.StartsWith("HTTP/1.1 400", await SendAsync(
                root,
                $"GET /api/live HTTP/1.1\r\n{host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + $"Sec-WebSocket-Protocol: hasta.1\r\n{key}\r\n"));
        }

        Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
    }

    [Fact]
    public async Task One_machine_cannot_take_all_connections()
    {
        await using RunningServer server = await RunningServer.StartAsync(new WebServerOptions
        {
            Access = new AccessOptions { Address = IPAddress.Any, Token = AccessToken.Create() },
        });
        Uri root = server.Client.BaseAddress!;
        if (root.IsLoopback)
        {
            Assert.Skip("This machine has no network.");
        }

        TcpClient[] many = [.. Enumerable.Range(0, 80).Select(_ => new TcpClient())];
        try
        {
            foreach (TcpClient client in many)
            {
                await Record.ExceptionAsync(() => client.ConnectAsync(root.Host, root.Port, Cancelled).AsTask()); // some are reset at once
            }

            using HttpResponseMessage here = await server.Client.GetAsync($"http://127.0.0.1:{root.Port}/healthz", Cancelled);
            Assert.True(here.IsSuccessStatusCode);
            await Assert.ThrowsAsync<HttpRequestException>(() => server.Client.GetAsync("healthz", Cancelled));
        }
        finally
        {
            Array.ForEach(many, client => client.Dispose());
        }
    }

    /// <summary>Sends the start, then a byte every half second.</summary>
    /// <returns>How long the server bore it.</returns>
    private static async Task<TimeSpan> DribbleAsync(Uri root, string start)
    {
        long begin = Stopwatch.GetTimestamp();
        using var client = new TcpClient();
        await client.ConnectAsync(root.Host, root.Port, Cancelled);
        NetworkStream stream = client.GetStream();
        Task<int> answer = stream.ReadAsync(new byte[1], Cancelled).AsTask();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(start), Cancelled);
            while (!answer.IsCompleted && Stopwatch.GetElapsedTime(begin) < Limit)
            {
                await stream.WriteAsync("x"u8.ToArray(), Cancelled);
                await Task.Delay(500, Cancelled);
            }
        }
        catch (IOException)
        {
            // The server has closed the connection.
        }

        return Stopwatch.GetElapsedTime(begin);
    }

    private static async Task<string> SendAsync(Uri root, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(root.Host, root.Port, Cancelled);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancelled);
        byte[] answer = new byte[64];
        int length = await stream.ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false, Cancelled);
        return Encoding.Latin1.GetString(answer, 0, length);
    }
}
