using System.Diagnostics;
using Hasta.Recognition;
using Spectre.Console;

namespace Hasta.Bench.Serving.Hostile;

/// <summary>Three honest landmark streams and a video stream, while hostile clients attack in turn.</summary>
internal static class HostileLoad
{
    private const int LandmarkStreams = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <returns>1 if an honest client lost its connection or an event.</returns>
    public static async Task<int> RunAsync(ServingOptions options, int seconds)
    {
        using ServerProcess server = await ServerProcess.StartAsync(options);
        Camera landmarks = LandmarkCamera.Read(options.Poses);
        Camera video = await VideoLoad.CameraOf(server, options);
        using ClipAttacks clips = await ClipAttacks.CreateAsync();
        CameraStream[] streams =
        [
            .. Enumerable.Range(0, LandmarkStreams).Select(i => new CameraStream(landmarks, server.Root, i)),
            new CameraStream(video, server.Root, LandmarkStreams),
        ];
        using var honest = new StreamGroup(streams, TimeSpan.FromSeconds(1));
        await Task.Delay(WarmUp);
        var phases = new List<AttackPhase>();
        var nobody = new Attack("(nobody)", async (_, ending) =>
        {
            await Task.WhenAny(Task.Delay(System.Threading.Timeout.Infinite, ending));
            return "";
        });
        Attack[] attacks = [nobody, .. new StreamAttacks(video, landmarks).All, .. clips.All, .. ConnectionAttacks.All, nobody];
        foreach (Attack attack in attacks)
        {
            Console.Error.WriteLine($"{attack.Name} ...");
            phases.Add(await RunAsync(server, honest, attack, seconds));
        }

        await honest.EndAsync();
        Print(phases, honest);
        return await JudgeAsync(server, honest, landmarks, options.Model);
    }

    private static async Task<AttackPhase> RunAsync(ServerProcess server, StreamGroup honest, Attack attack, int seconds)
    {
        long dropped = honest.Logs.Sum(log => log.Dropped);
        long from = Stopwatch.GetTimestamp();
        using var ending = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        string answer = await attack.RunAsync(server.Root, ending.Token);
        return new AttackPhase(attack.Name, from, Stopwatch.GetTimestamp(), answer)
        {
            Dropped = honest.Logs.Sum(log => log.Dropped) - dropped,
            ResidentMiB = server.ResidentMiB,
        };
    }

    private static void Print(IEnumerable<AttackPhase> phases, StreamGroup honest)
    {
        StreamLog[] logs = [.. honest.Logs];
        var table = new Table().AddColumns(
            "attack", "s", "landmarks ms: p95 / max", "video ms: p95 / max", "answered", "dropped", "server MiB", "answers to the hostile");
        foreach (AttackPhase phase in phases)
        {
            Timing[] landmarks = phase.FramesOf(logs[..LandmarkStreams]);
            Timing[] video = phase.FramesOf(logs[LandmarkStreams..]);
            table.AddRow(
                phase.Name,
                $"{phase.Seconds:0}",
                Timing.Quantiles(landmarks, 0.95, 1),
                Timing.Quantiles(video, 0.95, 1),
                $"{landmarks.Length} + {video.Length}",
                $"{phase.Dropped}",
                $"{phase.ResidentMiB:0}",
                Markup.Escape(phase.Answer));
        }

        AnsiConsole.Write(table);
    }

    private static async Task<int> JudgeAsync(ServerProcess server, StreamGroup honest, Camera landmarks, string model)
    {
        StreamLog[] logs = [.. honest.Logs];
        string[] losses = [.. logs.Select(log => log.Loss).OfType<string>()];
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(model);
        int events = logs[..LandmarkStreams].Sum(log => EventCheck.CountLost(recognizer, landmarks, log));
        int unanswered = logs.Sum(log => log.Sent.Count - log.Frames.Count);
        AnsiConsole.WriteLine(
            $"Honest: {losses.Length} connections lost {string.Join(", ", losses)}; {unanswered} frames without an answer; {events} events "
            + $"of the landmark streams lost or different, of {logs[..LandmarkStreams].Sum(log => log.Events.Count)}; the video stream had "
            + $"{logs[LandmarkStreams].Events.Count} events. The server {(server.IsRunning ? "runs" : "HAS ENDED")}.");
        return losses.Length == 0 && events == 0 && server.IsRunning ? 0 : 1;
    }
}
