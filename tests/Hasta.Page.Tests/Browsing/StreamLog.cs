using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Hasta.Page.Tests.Browsing;

/// <summary>What a page sent and received on its live streams.</summary>
internal sealed class StreamLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<byte[]> frames = [];
    private readonly ConcurrentQueue<JsonNode> messages = [];

    public StreamLog(IPage page) => page.WebSocket += (_, socket) =>
    {
        socket.FrameSent += (_, sent) =>
        {
            if (sent.Binary is { Length: > 0 } bytes && bytes[0] != '{') // text messages have a binary form, too
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

    /// <summary>Waits until the server recognized a word.</summary>
    /// <returns>The event.</returns>
    public async Task<JsonNode> WaitForWordAsync(string gloss)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (Events.FirstOrDefault(sign => (string?)sign["event"] == "recognized" && (string?)sign["gloss"] == gloss) is { } found)
            {
                return found;
            }

            Assert.False(patience.IsCancellationRequested, $"{gloss} was not recognized: {string.Join(' ', Events)}");
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    /// <param name="type">Such as <c>frame</c>.</param>
    public IEnumerable<JsonNode> Of(string type) => Messages.Where(message => (string?)message["type"] == type);

    /// <summary>The server's events, as <c>hasta live --json</c> prints them.</summary>
    public IEnumerable<JsonNode> Events => Of("event").Select(message => message["event"]!);
}
