using System.Diagnostics;

namespace Hasta.Bench.Serving;

/// <summary>The real <c>hasta serve</c> in a process of its own, on a free port.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The environment variable with the path of the file for the size of the heap.</summary>
    public const string HeapVariable = "HASTA_BENCH_HEAP";

    /// <summary>A file whose name ends so asks for a full collection; it vanishes afterwards.</summary>
    public const string CollectSuffix = ".collect";

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private ServerProcess(Process process, DirectoryInfo folder, Uri root)
    {
        (this.process, this.folder, Root) = (process, folder, root);
    }

    public Uri Root { get; }

    /// <summary>Of all its threads since its start.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public bool IsRunning => !process.HasExited;

    public HeapSample Heap => HeapSample.Parse(File.ReadAllText(HeapPath(folder)));

    /// <summary>Waits until the server answers.</summary>
    public static async Task<ServerProcess> StartAsync(ServingOptions options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-bench-");
        string[] serve = ["dotnet", options.Program, "serve", "--model", options.Model, "--port", "0"];
        string[] command = options.Cores is { } cores ? ["taskset", "-c", cores, .. serve] : serve;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServerProcess).Assembly.Location;
        start.Environment[HeapVariable] = HeapPath(folder);
        Process process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync();
        return line is not null
            ? new ServerProcess(process, folder, new Uri(line.Split(' ')[^1]))
            : throw new InvalidOperationException($"{string.Join(' ', command)} does not start.");
    }

    /// <returns>MiB of the objects that are alive after a full collection.</returns>
    public async Task<double> CollectAsync()
    {
        string asked = HeapPath(folder) + CollectSuffix;
        await File.WriteAllTextAsync(asked, "");
        while (File.Exists(asked))
        {
            await Task.Delay(50);
        }

        return Heap.Heap / 1048576.0;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string HeapPath(DirectoryInfo folder) => Path.Combine(folder.FullName, "heap");
}
