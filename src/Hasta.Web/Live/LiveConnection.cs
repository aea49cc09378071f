using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Recognition.Live.Hints;
using Hasta.Web.Scheduling;

namespace Hasta.Web.Live;

/// <summary>One live stream, from <c>welcome</c> to its end: docs/protocol.md.</summary>
internal sealed class LiveConnection(MessageSocket socket, StreamContext shared)
{
    private const int PreferredHeight = 480;
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    private readonly SignRecognizer recognizer = shared.Recognizer;
    private readonly WebServerOptions options = shared.Options;
    private readonly EngineTurns turns = shared.Turns;
    private readonly StreamRate rate = new(TimeProvider.System);
    private Task<(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes)>? next;
    private LiveRecognizer? live;
    private readonly LiveHints hints = new();
    private readonly FramePace pace = new(TimeProvider.System);
    private PictureTracker? tracker;
    private TakeRecorder? take;
    private (int Width, int Height) size = (1, 1);
    private uint? number;
    private bool hasJoined;
    private string end = "closed";

    /// <summary>Returns when the stream has ended, whatever the reason.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        shared.Metrics.StreamOpened();
        try
        {
            await ServeAsync(stopping);
        }
        catch (StreamException error)
        {
            await FailAsync(error);
        }
        catch (HastaException error)
        {
            await FailAsync(new StreamException("failed", error.Message, WebSocketCloseStatus.InternalServerError));
        }
        catch (OperationCanceledException)
        {
            await FailAsync(new StreamException("shutdown", "the server stops.", WebSocketCloseStatus.EndpointUnavailable));
        }
        catch (WebSocketException)
        {
            end = "lost";
        }
        finally
        {
            shared.Metrics.StreamEnded(end);
            if (hasJoined)
            {
                turns.Leave();
            }
        }
    }

    private async Task ServeAsync(CancellationToken stopping)
    {
        await socket.SendAsync(new
        {
            type = "welcome",
            protocol = 1,
            model = options.Model,
            words = recognizer.Glosses.Count,
            options.MinConfidence,
            limits = new
            {
                maxFrameBytes = MessageSocket.MaxBytes,
                maxPixels = JpegPicture.MaxPixels,
                maxFrameRate = FramePace.MaxFrameRate,
                preferredHeight = Math.Min(PreferredHeight, recognizer.Engine.MaxHeight ?? PreferredHeight),
            },
        });
        next = socket.ReceiveAsync();
        while (await NextAsync(stopping) is (WebSocketMessageType.Text or WebSocketMessageType.Binary, _) message)
        {
            next = socket.ReceiveAsync();
            bool goesOn = message.Type == WebSocketMessageType.Binary
                ? await ProcessAsync(FrameMessage.Parse(message.Bytes), stopping)
                : await HandleAsync(ClientMessage.Parse(message.Bytes.Span));
            if (!goesOn)
            {
                break;
            }
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "");
    }

    private async Task<(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes)> NextAsync(CancellationToken stopping)
    {
        TimeSpan limit = live is null ? options.StartTimeout : IdleTimeout;
        try
        {
            return await next!.WaitAsync(limit, stopping);
        }
        catch (TimeoutException)
        {
            throw new StreamException("idle", $"no message for {limit.TotalSeconds:0.#} s.");
        }
    }

    /// <returns>False at the end of the stream.</returns>
    private async Task<bool> HandleAsync(ClientMessage message)
    {
        if ((live is null) != (message.Type == "start"))
        {
            throw StreamException.BadMessage("start is the first message, and sent once.");
        }

        switch (message.Type)
        {
            case "start":
                await StartAsync(message);
                break;
            case "reset":
                live!.Reset();
                tracker?.Reset();
                break;
            case "record":
                take = new TakeRecorder();
                break;
            case "stop":
                await socket.SendAsync((take ?? throw StreamException.BadMessage("stop without record.")).ToMessage(size));
                take = null;
                break;
            default:
                await SendAsync(live!.Complete());
                await socket.SendAsync(new { type = "completed" });
                end = "completed";
                return false;
        }

        return true;
    }

    private async Task StartAsync(ClientMessage start)
    {
        if (start.Source == "video")
        {
            hasJoined = turns.TryJoin()
                ? true
                : throw new StreamException(
                    "busy", "one more stream would leave less than 5 frames per second for each.", StreamException.TryAgainLater);
            tracker = new PictureTracker(await Task.Run(recognizer.CreateTracker));
        }

        size = (start.Width ?? 1, start.Height ?? 1);
        live = new LiveRecognizer(recognizer, new LiveRecognizerOptions { MinConfidence = start.MinConfidence ?? options.MinConfidence });
        await socket.SendAsync(new { type = "ready" });
    }

    private async Task<bool> ProcessAsync(FrameMessage message, CancellationToken stopping)
    {
        if (live is null || message.IsVideo != tracker is not null || message.Number <= number)
        {
            throw StreamException.BadMessage("a frame follows ready, is of the stream's source, and its number is larger than the last.");
        }

        long received = Stopwatch.GetTimestamp();
        await pace.WaitAsync(stopping);
        bool isFirst = number is null;
        number = message.Number;
        TrackedPicture tracked = tracker is null
            ? new TrackedPicture(message.ToLandmarks(), size.Width, size.Height, Lighting: null, People: null)
            : await turns.RunAsync(() => tracker.Track(message), isCounted: !isFirst, stopping);
        size = (tracked.Width, tracked.Height);
        take?.Add(tracked.Landmarks);
        hints.Add(tracked.Landmarks, tracked.Width, tracked.Height, tracked.Lighting, tracked.People);
        IReadOnlyList<LiveEvent> events = live.Add(tracked.Landmarks);
        await SendAsync(events);
        if (events.Count > 0)
        {
            shared.Metrics.EventSent(received);
        }

        if (next!.IsCompletedSuccessfully && next.Result.Type == WebSocketMessageType.Binary)
        {
            throw new StreamException("tooFast", "a second frame was sent before the first was answered.");
        }

        await SendFrameAsync(message, tracked.Landmarks);
        shared.Metrics.FrameAnswered(received);
        return true;
    }

    private Task SendFrameAsync(FrameMessage message, LandmarkFrame frame)
    {
        rate.Count();
        string[] codes =
        [
            .. hints.Current.Select(hint => JsonNamingPolicy.CamelCase.ConvertName(hint.ToString())),
            .. rate.IsSlow ? ["slow"] : Array.Empty<string>(),
        ];
        return socket.SendAsync(new
        {
            type = "frame",
            number = message.Number,
            time = Math.Round(message.Time.TotalSeconds, 3),
            landmarks = LandmarkLists.Of(frame),
            hints = codes,
            rate = Math.Round(rate.FramesPerSecond, 1),
            next = new { afterMs = pace.NextAfterMs(), isShared = turns.IsShared },
        });
    }

    private async Task SendAsync(IReadOnlyList<LiveEvent> events)
    {
        foreach (LiveEvent happened in events)
        {
            await socket.SendAsync(
                new { type = "event", @event = JsonSerializer.SerializeToNode(LiveLine.From(happened), StrictJson.Line) });
        }
    }

    private async Task FailAsync(StreamException error)
    {
        end = error.Code;
        try
        {
            await socket.SendAsync(new { type = "error", code = error.Code, message = error.Message });
            await socket.CloseAsync(error.Status, error.Code);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException)
        {
            // The client is gone.
        }
    }
}
