using System.Net.WebSockets;

namespace Hasta.Bench.Serving.Hostile;

/// <summary>Attacks on <c>/api/live</c>.</summary>
/// <param name="video">Makes real JPEG frames.</param>
/// <param name="landmarks">Makes real landmarks.</param>
internal sealed class StreamAttacks(Camera video, Camera landmarks)
{
    private const int OversizeBytes = 8 << 20;
    private const int HugeSide = 16384;
    private const int Burst = 100;

    public IEnumerable<Attack> All =>
    [
        Attack.Repeated("message of 8 MiB", root => AnswerAsync(root, landmarks, socket =>
            socket.SendAsync(new byte[OversizeBytes], WebSocketMessageType.Binary))),
        Attack.Repeated("message without end", root => AnswerAsync(root, landmarks, SendWithoutEndAsync)),
        Attack.Repeated("garbage as a frame", root => AnswerAsync(root, landmarks, socket =>
            socket.SendAsync(Garbage(4096), WebSocketMessageType.Binary))),
        Attack.Repeated("wrong JSON", root => AnswerAsync(root, landmarks, socket =>
            socket.SendAsync(WrongTexts[Random.Shared.Next(WrongTexts.Length)]))),
        Attack.Repeated($"JPEG of {HugeSide}x{HugeSide}", root => AnswerAsync(root, video, socket =>
            socket.SendFrameAsync(isVideo: true, 1, TimeSpan.Zero, Enlarge(video.Payloads[0])))),
        Attack.Repeated("damaged JPEG", root => AnswerAsync(root, video, socket =>
            socket.SendFrameAsync(isVideo: true, 1, TimeSpan.Zero, [.. video.Payloads[0].AsSpan(0, 700), .. Garbage(20000)]))),
        Attack.Repeated("landmarks without waiting", root => AnswerAsync(root, landmarks, socket => SendBurstAsync(socket, landmarks))),
        Attack.Repeated("JPEGs without waiting", root => AnswerAsync(root, video, socket => SendBurstAsync(socket, video))),
    ];

    private static string[] WrongTexts { get; } =
    [
        "{", "null", "[]", "\"start\"", """{"type":"fire"}""", """{"type":"reset","x":1}""", """{"type":"start","source":"video"}""",
        new string('[', 100_000), "{\"type\":\"" + new string('x', 500_000) + "\"}",
    ];

    private static async Task<string> AnswerAsync(Uri root, Camera camera, Func<LiveSocket, Task> attack)
    {
        bool isAnswered = false;
        try
        {
            using LiveSocket socket = await LiveSocket.StartAsync(root, camera);
            Task attacking = attack(socket);
            _ = attacking.ContinueWith(task => _ = task.Exception, TaskScheduler.Default); // the server may close while it sends
            while (true)
            {
                await socket.ReceiveAsync();
                isAnswered = true;
            }
        }
        catch (StreamEndedException ended)
        {
            return isAnswered ? $"{ended.Message} after a frame was accepted" : ended.Message;
        }
    }

    private static async Task SendWithoutEndAsync(LiveSocket socket)
    {
        while (true)
        {
            await socket.SendAsync(Garbage(1 << 16), WebSocketMessageType.Binary, isComplete: false);
        }
    }

    private static async Task SendBurstAsync(LiveSocket socket, Camera camera)
    {
        for (uint number = 1; number <= Burst; number++)
        {
            await socket.SendFrameAsync(camera.Source == "video", number, Camera.TimeOf(number), camera.PayloadOf(number));
        }
    }

    private static byte[] Garbage(int bytes)
    {
        byte[] garbage = new byte[bytes];
        Random.Shared.NextBytes(garbage);
        return garbage;
    }

    /// <returns>The same JPEG with another size in its header.</returns>
    private static byte[] Enlarge(byte[] jpeg)
    {
        byte[] large = [.. jpeg];
        int frame = large.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (large[frame + 5], large[frame + 6], large[frame + 7], large[frame + 8]) = (HugeSide >> 8, 0, HugeSide >> 8, 0);
        return large;
    }
}
