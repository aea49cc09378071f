using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Hasta.Page.Tests.Browsing;

/// <summary>What a page sent and received on its live streams.</summary>
internal sealed class StreamLog
{
    private readonly ConcurrentQueue<byte[]> frames = [];
    private readonly ConcurrentQueue<JsonNode> messages = [];

    public StreamLog(IPage page) => page.WebSocket += (_, socket) =>
    {
        socket.FrameSent += (_, sent) =>
        {
            if (sent.Binary is { Length: > 0 } bytes)
            {
                frames.Enqueue(bytes);
            }
        };
        socket.FrameReceived += (_, received) =>
        {
            if (received.Text is { Length: > 0 } text)
            {
                messages.Enqueue(JsonNode.Parse(text)!);
            }
        };
    };

    /// <summary>The binary messages of the page: docs/protocol.md.</summary>
    public IReadOnlyList<byte[]> Frames => [.. frames];

    /// <summary>The messages of the server.</summary>
    public IReadOnlyList<JsonNode> Messages => [.. messages];

    /// <param name="type">Such as <c>frame</c>.</param>
    public IEnumerable<JsonNode> Of(string type) => Messages.Where(message => (string?)message["type"] == type);

    /// <summary>The server's events, as <c>hasta live --json</c> prints them.</summary>
    public IEnumerable<JsonNode> Events => Of("event").Select(message => message["event"]!);
}
