using System.Diagnostics;
using Spectre.Console;

namespace Hasta.Bench;

/// <summary>
/// Times the built program from start to first result, on a .pose clip and on two seconds of 720p video, with its resident memory.
/// </summary>
internal static class RecognizeSpeed
{
    /// <param name="program">The built Hasta.Cli.dll or Hasta.Tool.dll.</param>
    /// <param name="pose">A .pose clip.</param>
    /// <param name="video">Any clip; two seconds of it are scaled to 720p.</param>
    /// <param name="starts">Number of starts per clip.</param>
    public static async Task PrintAsync(string program, string pose, string video, int starts)
    {
        string scaled = await BenchClip.ScaleAsync(video, 720, seconds: 2);
        var table = new Table().AddColumns($"start to result, {starts} starts", "s, fastest / median", "peak MiB resident");
        foreach ((string name, string clip) in new[] { (".pose clip", pose), ("2 s of 720p video", scaled) })
        {
            (double Seconds, double MiB)[] measured =
                [.. Enumerable.Range(0, starts).Select(_ => Measure(program, clip)).OrderBy(start => start.Seconds)];
            table.AddRow(
                name, $"{measured[0].Seconds:F2} / {measured[starts / 2].Seconds:F2}", $"{measured.Max(start => start.MiB):F0}");
        }

        AnsiConsole.Write(table);
    }

    private static (double Seconds, double MiB) Measure(string program, string clip)
    {
        long start = Stopwatch.GetTimestamp();
        var startInfo = new ProcessStartInfo("dotnet", [program, "recognize", clip])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(startInfo)!;
        _ = process.StandardError.ReadToEndAsync();
        Task<string?> answer = process.StandardOutput.ReadLineAsync();
        long peak = 0;
        while (!answer.Wait(TimeSpan.FromMilliseconds(2)))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0 && answer.Result is not null
            ? (seconds, peak / 1048576.0)
            : throw new InvalidOperationException($"{program} recognize {clip} failed.");
    }
}
