using Spectre.Console;

namespace Hasta.Bench.Serving;

/// <summary>Many streams of clients that find the landmarks themselves.</summary>
internal static class LandmarkLoad
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(ServingOptions options, int streams, int seconds)
    {
        using ServerProcess server = await ServerProcess.StartAsync(options);
        Camera camera = LandmarkCamera.Read(options.Poses);
        Console.Error.WriteLine($"{streams} landmark streams, {seconds} s, {camera.Payloads.Count} frames in turn ...");
        IEnumerable<CameraStream> clients = Enumerable.Range(0, streams).Select(i => new CameraStream(camera, server.Root, i));
        using var group = new StreamGroup([.. clients], WarmUp);
        await Task.Delay(WarmUp + WarmUp);
        (var meter, HeapSample heap) = (new CpuMeter(server), server.Heap);
        long dropped = group.Logs.Sum(log => log.Dropped);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        CpuUse cpu = meter.Read();
        dropped = group.Logs.Sum(log => log.Dropped) - dropped;
        (HeapSample after, double resident) = (server.Heap, server.ResidentMiB);
        await group.EndAsync();
        IReadOnlyList<Timing> frames = group.FramesSince(meter.From);
        IReadOnlyList<Timing> answers = group.AnswersSince(meter.From);
        string[] errors = [.. group.Logs.Select(log => log.Loss).OfType<string>()];
        AnsiConsole.Write(new Table().AddColumns("", $"{streams} landmark streams, {seconds} s, server on cores {options.Cores ?? "all"}")
            .AddRow("frames/s per stream", $"{frames.Count / cpu.Seconds / streams:0.00} of {Camera.FramesPerSecond}")
            .AddRow("frame ms: p50 / p95 / p99 / max", Timing.Quantiles(frames, 0.5, 0.95, 0.99, 1))
            .AddRow("answer ms: p50 / p95 / max", Timing.Quantiles(answers, 0.5, 0.95, 1))
            .AddRow("frames dropped by clients", $"{dropped}")
            .AddRow("errors", $"{errors.Length} {string.Join(", ", errors.Distinct())}")
            .AddRow("CPU, cores: server / clients / others", $"{cpu}")
            .AddRow("server ms of CPU per frame", $"{1000 * cpu.Server * cpu.Seconds / frames.Count:0.00}")
            .AddRow("server KiB allocated per frame", $"{(after.Allocated - heap.Allocated) / 1024.0 / frames.Count:0.0}")
            .AddRow("server MiB: resident / heap", $"{resident:0} / {after.Heap / 1048576.0:0}"));
        return errors.Length == 0 ? 0 : 1;
    }
}
