using System.Diagnostics;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace Hasta.Bench;

/// <summary>Compares our downloader with eight curl processes, each with one range: same large file, same local host, same disk.</summary>
internal static class DownloadSpeed
{
    private const int Connections = 8;
    private const int BufferBytes = 1 << 20;

    public static async Task MeasureAsync(int gigabytes, int repeats)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-bench-");
        try
        {
            string file = Path.Combine(folder.FullName, "made.zip");
            CreateFile(file, gigabytes * 1_000_000_000L);
            await using FileHost host = await FileHost.StartAsync(file);
            var table = new Table().AddColumns("round", "8 curls, MB/s", "hasta, MB/s", "hasta / curl", "hasta's peak memory, MB");
            var ratios = new List<double>();
            for (int round = 0; round < repeats; round++)
            {
                double curl = await CurlAsync(host.Address, folder, new FileInfo(file).Length);
                (double ours, double memory) = await OursAsync(host.Address, folder, new FileInfo(file).Length);
                ratios.Add(curl / ours);
                double megabytes = new FileInfo(file).Length / 1e6;
                table.AddRow($"{round + 1}", $"{megabytes / curl:0}", $"{megabytes / ours:0}", $"{curl / ours:P0}", $"{memory:0}");
            }

            AnsiConsole.Write(table);
            double median = ratios.Order().ElementAt(ratios.Count / 2);
            AnsiConsole.MarkupLine(
                $"{gigabytes} GB, {repeats} alternating rounds; median hasta / curl {median:P0}. Neither verifies an MD5 here.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The download in the child process that is measured.</summary>
    public static async Task FetchAsync(Uri address, string path, long bytes)
    {
        var options = new DownloadOptions { Connections = Connections };
        using HttpClient http = DownloadClient.Create(options);
        var retries = new RetryPolicy(options, TimeProvider.System, NullLogger<RetryPolicy>.Instance);
        var reader = new RangeReader(http, options, retries, TimeProvider.System);
        var file = new RemoteFile("made.zip", address, bytes);
        await new FileDownloader(reader, options, NullLogger<FileDownloader>.Instance)
            .DownloadAsync(file, path, new Progress<long>(), CancellationToken.None);
        Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64);
    }

    private static void CreateFile(string path, long bytes)
    {
        using FileStream stream = File.Create(path);
        byte[] buffer = new byte[BufferBytes];
        var random = new Random(1);
        for (long written = 0; written < bytes; written += BufferBytes)
        {
            random.NextBytes(buffer);
            stream.Write(buffer.AsSpan(0, (int)Math.Min(BufferBytes, bytes - written)));
        }
    }

    /// <returns>Seconds.</returns>
    private static async Task<double> CurlAsync(Uri address, DirectoryInfo folder, long bytes)
    {
        long start = Stopwatch.GetTimestamp();
        Process[] curls =
        [
            .. Enumerable.Range(0, Connections).Select(i => Process.Start(
                "curl",
                [
                    "-s", "-f", "-r", $"{bytes * i / Connections}-{(bytes * (i + 1) / Connections) - 1}",
                    "-o", Path.Combine(folder.FullName, $"curl-{i}"), address.ToString(),
                ])),
        ];
        await Task.WhenAll(curls.Select(curl => curl.WaitForExitAsync()));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (Array.Exists(curls, curl => curl.ExitCode != 0))
        {
            throw new InvalidOperationException("A curl process failed.");
        }

        foreach (string chunk in Directory.GetFiles(folder.FullName, "curl-*"))
        {
            File.Delete(chunk);
        }

        return seconds;
    }

    /// <returns>Seconds, including .NET startup, and megabytes.</returns>
    private static async Task<(double Seconds, double Memory)> OursAsync(Uri address, DirectoryInfo folder, long bytes)
    {
        string target = Path.Combine(folder.FullName, "ours", "made.zip");
        long start = Stopwatch.GetTimestamp();
        string[] arguments = [typeof(DownloadSpeed).Assembly.Location, "fetch", address.ToString(), target, $"{bytes}"];
        using Process child = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string answer = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        File.Delete(target);
        return (seconds, double.Parse(answer, System.Globalization.CultureInfo.InvariantCulture) / 1e6);
    }
}
