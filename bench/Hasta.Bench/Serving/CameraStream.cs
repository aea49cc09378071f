using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Hasta.Bench.Serving;

/// <summary>
/// One live stream, kept as docs/protocol.md demands: one frame in flight, <c>afterMs</c> of pause, the newest frame wins.
/// </summary>
/// <param name="camera">What it sends.</param>
/// <param name="root">The server's address.</param>
/// <param name="number">0, 1, 2, ...: gives each stream an address of its own, because a server limits the streams of one.</param>
internal sealed class CameraStream(Camera camera, Uri root, int number)
{
    private readonly IPAddress address = new([127, 0, 0, (byte)(2 + number)]);
    private long start;

    public StreamLog Log { get; } = new();

    /// <summary>Streams until it is told to end; a lost connection is in the log.</summary>
    public async Task RunAsync(CancellationToken ending)
    {
        try
        {
            using LiveSocket socket = await LiveSocket.StartAsync(root, camera, address);
            await StreamAsync(socket, ending);
            await socket.SendAsync("""{"type":"complete"}""");
            await ReadUntilAsync(socket, "completed");
            Log.IsCompleted = true;
        }
        catch (StreamEndedException error)
        {
            Log.Loss = error.Message;
        }
    }

    private async Task StreamAsync(LiveSocket socket, CancellationToken ending)
    {
        start = Stopwatch.GetTimestamp();
        long previous = -1;
        for (uint number = 1; !ending.IsCancellationRequested; number++)
        {
            long index = await NextAsync(previous);
            Log.Dropped += index - previous - 1;
            Log.Sent.Add(index);
            previous = index;
            long sent = Stopwatch.GetTimestamp();
            await socket.SendFrameAsync(camera.Source == "video", number, Camera.TimeOf(index), camera.PayloadOf(index));
            JsonElement frame = await ReadUntilAsync(socket, "frame");
            Log.Frames.Add(new Timing(sent, Stopwatch.GetElapsedTime(sent).TotalMilliseconds));
            await Task.Delay(frame.GetProperty("next").GetProperty("afterMs").GetInt32(), CancellationToken.None);
        }
    }

    /// <returns>The newest frame, once it is newer than the one before.</returns>
    private async Task<long> NextAsync(long previous)
    {
        TimeSpan early = Camera.TimeOf(previous + 1) - Stopwatch.GetElapsedTime(start);
        if (early > TimeSpan.Zero)
        {
            await Task.Delay(early + TimeSpan.FromMilliseconds(1)); // timers are exact to a millisecond
        }

        return Math.Max(previous + 1, (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * Camera.FramesPerSecond));
    }

    private async Task<JsonElement> ReadUntilAsync(LiveSocket socket, string type)
    {
        while (true)
        {
            JsonElement message = await socket.ReceiveAsync();
            if (message.GetProperty("type").GetString() == type)
            {
                return message;
            }

            Add(message.GetProperty("event"));
        }
    }

    private void Add(JsonElement happened)
    {
        string name = happened.GetProperty("event").GetString()!;
        Log.Events.Add((name, happened.GetProperty("time").GetDouble()));
        if (name is "recognized" or "unsure")
        {
            double end = happened.GetProperty("end").GetDouble();
            Log.Answers.Add(new Timing(Stopwatch.GetTimestamp(), 1000 * (Stopwatch.GetElapsedTime(start).TotalSeconds - end)));
        }
    }
}
