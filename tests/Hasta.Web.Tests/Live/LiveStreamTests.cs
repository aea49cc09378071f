using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.TestKit;

namespace Hasta.Web.Tests.Live;

/// <summary>A real server on a free port, and real WebSockets.</summary>
public sealed class LiveStreamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Landmarks_give_the_events_of_the_recognizer_while_bad_streams_end()
    {
        using var ending = new CancellationTokenSource();
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(cancellationToken: Cancelled);
        var address = new TaskCompletionSource<Uri>();
        Task server = WebServer.RunAsync(recognizer, new WebServerOptions { Port = 0 }, address.SetResult, ending.Token);
        Uri root = await address.Task.WaitAsync(Cancelled);
        IReadOnlyList<LandmarkFrame> frames = [.. new Puppet { Frames = 90 }.Sign().Frames];
        var offline = new LiveRecognizer(recognizer);
        string[] expected = [.. frames.SelectMany(offline.Add).Concat(offline.Complete()).Select(Json)];

        using ClientWebSocket honest = await OpenAsync(root);
        var events = new List<string>();
        for (int i = 0; i < frames.Count; i++)
        {
            await honest.SendAsync(Message(frames[i], i + 1), WebSocketMessageType.Binary, true, Cancelled);
            events.AddRange(await ReadUntilAsync(honest, "frame"));
            if (i == 40)
            {
                Assert.Equal(WebSocketCloseStatus.PolicyViolation, await SendBadAsync(root, "{\"type\":\"reset\",\"x\":1}"));
            }
        }

        await honest.SendAsync("{\"type\":\"complete\"}"u8.ToArray(), WebSocketMessageType.Text, true, Cancelled);
        events.AddRange(await ReadUntilAsync(honest, "completed"));
        await ending.CancelAsync();
        await Record.ExceptionAsync(() => server);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, events);
    }

    private static string Json(LiveEvent happened) =>
        JsonSerializer.SerializeToNode(LiveLine.From(happened), StrictJson.Line)!.ToJsonString();

    private static async Task<ClientWebSocket> OpenAsync(Uri root)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("hasta.1");
        await socket.ConnectAsync(new Uri($"ws://{root.Authority}/api/live"), Cancelled);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"type\":\"start\",\"source\":\"landmarks\",\"width\":640,\"height\":480}"),
            WebSocketMessageType.Text,
            true,
            Cancelled);
        await ReadUntilAsync(socket, "ready");
        return socket;
    }

    private static async Task<WebSocketCloseStatus?> SendBadAsync(Uri root, string text)
    {
        using ClientWebSocket socket = await OpenAsync(root);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancelled);
        await ReadUntilAsync(socket, "error");
        await socket.ReceiveAsync(new byte[1024], Cancelled);
        return socket.CloseStatus;
    }

    /// <returns>The events before the message.</returns>
    private static async Task<IReadOnlyList<string>> ReadUntilAsync(ClientWebSocket socket, string type)
    {
        var events = new List<string>();
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            int length = 0;
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), Cancelled);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            JsonNode message = JsonNode.Parse(buffer.AsSpan(0, length))!;
            if ((string?)message["type"] == type)
            {
                return events;
            }

            events.AddRange((string?)message["type"] == "event" ? [message["event"]!.ToJsonString()] : []);
        }
    }

    private static byte[] Message(LandmarkFrame frame, int number)
    {
        byte[] bytes = new byte[16 + (75 * 16)];
        bytes[0] = 2;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), number);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8), frame.Time.TotalMilliseconds);
        for (int i = 0; i < 75; i++)
        {
            Landmark point = frame.All[i];
            float[] values = point.IsMissing ? [0, 0, 0, 0] : [point.X, point.Y, point.Z, point.Confidence];
            Buffer.BlockCopy(values, 0, bytes, 16 + (16 * i), 16);
        }

        return bytes;
    }
}
