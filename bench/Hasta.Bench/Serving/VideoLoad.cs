using Spectre.Console;

namespace Hasta.Bench.Serving;

/// <summary>How many video streams a server carries: one, two, three, ... until it refuses one.</summary>
internal static class VideoLoad
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(ServingOptions options, int maxStreams, int seconds)
    {
        using ServerProcess server = await ServerProcess.StartAsync(options);
        Camera camera = await CameraOf(server, options);
        Console.Error.WriteLine($"{camera.Payloads.Count} JPEGs of {camera.Width}x{camera.Height}, on average "
            + $"{camera.Payloads.Average(jpeg => jpeg.Length) / 1024:0} KiB; server on cores {options.Cores ?? "all"}");
        var table = new Table().AddColumns(
            "video streams", "frames/s per stream (slowest)", "frame ms: p50 / p95", "answers", "answer ms: p50 / p95",
            "CPU, cores: server / clients / others", "MiB", "refused");
        for (int streams = 1; streams <= maxStreams; streams++)
        {
            Console.Error.WriteLine($"{streams} video stream(s), {seconds} s ...");
            CameraStream[] load = [.. Enumerable.Range(0, streams).Select(i => new CameraStream(camera, server.Root, i))];
            if (await MeasureAsync(server, load, seconds, table))
            {
                break;
            }
        }

        AnsiConsole.Write(table);
        return 0;
    }

    /// <returns>JPEGs of the size that the server asks for.</returns>
    public static async Task<Camera> CameraOf(ServerProcess server, ServingOptions options)
    {
        using LiveSocket socket = await LiveSocket.ConnectAsync(server.Root);
        return await JpegCamera.ReadAsync(options.Clips, socket.Welcome.GetProperty("limits").GetProperty("preferredHeight").GetInt32());
    }

    private static async Task<bool> MeasureAsync(ServerProcess server, CameraStream[] streams, int seconds, Table table)
    {
        using var group = new StreamGroup(streams, WarmUp);
        await Task.Delay(WarmUp + WarmUp);
        var meter = new CpuMeter(server);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        CpuUse cpu = meter.Read();
        StreamLog[] served = [.. group.Logs.Where(log => log.Loss is null)];
        double slowest = served.Min(log => log.Frames.ToArray().Count(frame => frame.At >= meter.From)) / cpu.Seconds;
        await group.EndAsync();
        IReadOnlyList<Timing> frames = group.FramesSince(meter.From);
        IReadOnlyList<Timing> answers = group.AnswersSince(meter.From);
        string[] losses = [.. group.Logs.Select(log => log.Loss).OfType<string>()];
        table.AddRow(
            $"{streams.Length}",
            $"{frames.Count / cpu.Seconds / served.Length:0.0} ({slowest:0.0})",
            Timing.Quantiles(frames, 0.5, 0.95),
            $"{answers.Count}",
            Timing.Quantiles(answers, 0.5, 0.95),
            $"{cpu}",
            $"{server.ResidentMiB:0}",
            string.Join(", ", losses));
        return losses.Length > 0;
    }
}
