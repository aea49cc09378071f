using System.Net.WebSockets;
using System.Text.Json;

namespace Hasta.Web.Live;

/// <summary>Whole messages on a WebSocket.</summary>
internal sealed class MessageSocket(WebSocket socket)
{
    public const int MaxBytes = 1 << 20;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="StreamException">The message is too large.</exception>
    /// <exception cref="WebSocketException">The connection is lost.</exception>
    public async Task<(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes)> ReceiveAsync()
    {
        byte[] buffer = new byte[4096];
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return (part.MessageType, buffer.AsMemory(0, length));
            }

            if (length == MaxBytes)
            {
                throw new StreamException("tooLarge", $"a message has more than {MaxBytes} bytes.", WebSocketCloseStatus.MessageTooBig);
            }

            Array.Resize(ref buffer, length == buffer.Length ? Math.Min(2 * length, MaxBytes) : buffer.Length);
        }
    }

    public async Task SendAsync<T>(T message)
    {
        using var timeout = new CancellationTokenSource(SendTimeout);
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message, Format), WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
    }

    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        using var timeout = new CancellationTokenSource(SendTimeout);
        await socket.CloseOutputAsync(status, reason, timeout.Token);
    }
}
