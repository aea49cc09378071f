using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Hasta.Bench.Serving;

/// <summary>The client's end of <c>/api/live</c>.</summary>
internal sealed class LiveSocket : IDisposable
{
    private const int HeaderBytes = 16;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket socket = new();
    private readonly HttpMessageInvoker http;
    private byte[] received = new byte[1 << 16];
    private byte[] sent = new byte[1 << 16];

    private LiveSocket(IPAddress address)
    {
        var handler = new SocketsHttpHandler { ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, address, token) };
        http = new HttpMessageInvoker(handler);
        socket.Options.AddSubProtocol("hasta.1");
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    public JsonElement Welcome { get; private set; }

    /// <param name="root">The server's address.</param>
    /// <param name="address">The client's; null for 127.0.0.1.</param>
    /// <exception cref="StreamEndedException">The server refuses.</exception>
    public static async Task<LiveSocket> ConnectAsync(Uri root, IPAddress? address = null)
    {
        var live = new LiveSocket(address ?? IPAddress.Loopback);
        await GuardAsync(token => live.socket.ConnectAsync(new Uri($"ws://{root.Authority}/api/live"), live.http, token));
        live.Welcome = await live.ReceiveAsync();
        return live;
    }

    /// <summary>Connects, and waits for <c>ready</c>.</summary>
    /// <exception cref="StreamEndedException">The server refuses.</exception>
    public static async Task<LiveSocket> StartAsync(Uri root, Camera camera, IPAddress? address = null)
    {
        LiveSocket live = await ConnectAsync(root, address);
        await live.SendAsync(
            $$"""{"type":"start","source":"{{camera.Source}}","width":{{camera.Width}},"height":{{camera.Height}}}""");
        await live.ReceiveAsync();
        return live;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, bool isComplete = true) =>
        GuardAsync(token => socket.SendAsync(message, type, isComplete, token).AsTask());

    public Task SendFrameAsync(bool isVideo, uint number, TimeSpan time, byte[] payload)
    {
        int length = HeaderBytes + payload.Length;
        if (sent.Length < length)
        {
            sent = new byte[length];
        }

        sent[0] = (byte)(isVideo ? 1 : 2);
        BinaryPrimitives.WriteUInt32LittleEndian(sent.AsSpan(4), number);
        BinaryPrimitives.WriteDoubleLittleEndian(sent.AsSpan(8), time.TotalMilliseconds);
        payload.CopyTo(sent, HeaderBytes);
        return SendAsync(sent.AsMemory(0, length), WebSocketMessageType.Binary);
    }

    /// <returns>The next message that is no error.</returns>
    /// <exception cref="StreamEndedException">It is an error or a close, or does not come.</exception>
    public async Task<JsonElement> ReceiveAsync()
    {
        if (await ReadAsync() is not { } message)
        {
            throw new StreamEndedException($"closed {(int?)socket.CloseStatus}");
        }

        if (message.GetProperty("type").GetString() != "error")
        {
            return message;
        }

        string? code = message.GetProperty("code").GetString();
        await ReadAsync();
        throw new StreamEndedException($"{code} {(int?)socket.CloseStatus}");
    }

    public void Dispose()
    {
        socket.Dispose();
        http.Dispose();
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint server, IPAddress address, CancellationToken cancellationToken)
    {
        var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            tcp.Bind(new IPEndPoint(address, 0));
            await tcp.ConnectAsync(server, cancellationToken);
            return new NetworkStream(tcp, ownsSocket: true);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    /// <returns>Null for the close.</returns>
    private async Task<JsonElement?> ReadAsync()
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = default;
            await GuardAsync(async token => part = await socket.ReceiveAsync(received.AsMemory(length), token));
            length += part.Count;
            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Close
                    ? null
                    : JsonSerializer.Deserialize<JsonElement>(received.AsSpan(0, length));
            }

            Array.Resize(ref received, length == received.Length ? 2 * length : received.Length);
        }
    }

    private static async Task GuardAsync(Func<CancellationToken, Task> action)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            await action(timeout.Token);
        }
        catch (WebSocketException error)
        {
            throw new StreamEndedException(error.InnerException?.GetType().Name ?? $"{error.WebSocketErrorCode}");
        }
        catch (OperationCanceledException)
        {
            throw new StreamEndedException($"no answer for {Timeout.TotalSeconds} s");
        }
    }
}
