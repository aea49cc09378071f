using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Hasta.Bench.Serving;

/// <summary>Whether the memory of the server stays flat: streams that come and go, and a clip every 10 s.</summary>
internal sealed class SoakLoad(ServerProcess server, ServingOptions options, Camera video, Camera landmarks)
{
    private const double MaxGrowth = 0.05; // in the whole time
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(3); // the first clips and streams load networks and compile code
    private static readonly TimeSpan ClipInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StreamLength = TimeSpan.FromSeconds(25);

    private readonly List<string> losses = [];
    private readonly Lock gate = new();
    private long frames;
    private int connections;
    private int clips;

    /// <returns>1 if memory grows, or a connection or clip failed.</returns>
    public static async Task<int> RunAsync(ServingOptions options, int minutes)
    {
        using ServerProcess server = await ServerProcess.StartAsync(options);
        Camera video = await VideoLoad.CameraOf(server, options);
        var soak = new SoakLoad(server, options, video, LandmarkCamera.Read(options.Poses));
        return await soak.MeasureAsync(minutes);
    }

    private async Task<int> MeasureAsync(int minutes)
    {
        using var ending = new CancellationTokenSource();
        Task load = Task.WhenAll(
            StreamAsync(landmarks, 0, ending.Token),
            StreamAsync(landmarks, 1, ending.Token),
            StreamAsync(video, 2, ending.Token),
            SendClipsAsync(ending.Token));
        await Task.Delay(WarmUp);
        var table = new Table().AddColumns(
            "minute", "MiB resident", "MiB of heap", "full collections", "threads", "frames", "connections", "clips");
        double alive = await server.CollectAsync();
        var resident = new List<double>();
        for (int minute = 0; minute <= minutes; minute++)
        {
            await Task.Delay(minute == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(1));
            HeapSample heap = server.Heap;
            resident.Add(server.ResidentMiB);
            string[] row =
            [
                $"{minute}", $"{resident[^1]:0.0}", $"{heap.Heap / 1048576.0:0.0}", $"{heap.Gen2}", $"{heap.Threads}", $"{frames}",
                $"{connections}", $"{clips}",
            ];
            table.AddRow(row);
            Console.Error.WriteLine(string.Join("  ", row));
        }

        double aliveAtEnd = await server.CollectAsync();
        await ending.CancelAsync();
        await load;
        AnsiConsole.Write(table);
        return Judge(resident, alive, aliveAtEnd);
    }

    private int Judge(List<double> resident, double alive, double aliveAtEnd)
    {
        (double slope, double error) = Slope(resident);
        double allowed = MaxGrowth * resident.Average() / (resident.Count - 1);
        bool grows = slope - (2 * error) > 0 && slope > allowed;
        bool isFlat = slope + (2 * error) < allowed;
        AnsiConsole.WriteLine(
            $"Resident: {slope:+0.00;-0.00} MiB per minute (least squares, standard error {error:0.00}; {allowed:0.00} would be "
            + $"{MaxGrowth:P0} in the whole time): {(isFlat ? "flat" : grows ? "GROWS" : "not decided, take more minutes")}. "
            + $"Alive after a full collection: {alive:0.0} MiB at the start, {aliveAtEnd:0.0} at the end. "
            + $"{losses.Count} failures {Hostile.Attack.Count(losses)}.");
        return grows || losses.Count > 0 ? 1 : 0;
    }

    /// <returns>The growth per value, and its standard error.</returns>
    private static (double Slope, double Error) Slope(List<double> values)
    {
        double middle = (values.Count - 1) / 2.0;
        double mean = values.Average();
        double spread = values.Index().Sum(value => Math.Pow(value.Index - middle, 2));
        double slope = values.Index().Sum(value => (value.Index - middle) * (value.Item - mean)) / spread;
        double rest = values.Index().Sum(value => Math.Pow(value.Item - mean - (slope * (value.Index - middle)), 2));
        return (slope, Math.Sqrt(rest / (values.Count - 2) / spread));
    }

    /// <summary>One stream after the other.</summary>
    private async Task StreamAsync(Camera camera, int number, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            using var part = CancellationTokenSource.CreateLinkedTokenSource(ending);
            part.CancelAfter(StreamLength);
            var stream = new CameraStream(camera, server.Root, number);
            await stream.RunAsync(part.Token);
            Interlocked.Add(ref frames, stream.Log.Frames.Count);
            Interlocked.Increment(ref connections);
            Add(stream.Log.Loss);
        }
    }

    /// <summary>Videos and .pose files in turn.</summary>
    private async Task SendClipsAsync(CancellationToken ending)
    {
        using var http = new HttpClient { BaseAddress = server.Root };
        for (int i = 0; !ending.IsCancellationRequested; i++)
        {
            IReadOnlyList<string> files = i % 2 == 0 ? options.Clips : options.Poses;
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(files[i / 2 % files.Count], CancellationToken.None));
            long start = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await http.PostAsync("api/recognize", content, CancellationToken.None);
            clips++;
            Add(response.IsSuccessStatusCode ? null : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            TimeSpan rest = ClipInterval - Stopwatch.GetElapsedTime(start);
            await Task.WhenAny(Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, ending));
        }
    }

    private void Add(string? loss)
    {
        lock (gate)
        {
            losses.AddRange(loss is null ? [] : [loss]);
        }
    }
}
