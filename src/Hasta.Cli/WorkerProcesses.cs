using System.Diagnostics;
using Hasta.Landmarks;

namespace Hasta.Cli;

/// <summary>Divides work among processes of this program, because libtorch has one random state per process.</summary>
internal static class WorkerProcesses
{
    private const string Host = "dotnet";

    /// <param name="arguments">The command line that a worker gets, with <see cref="StrangersRequest.WorkerOption"/> added.</param>
    /// <param name="count">Number of processes.</param>
    /// <param name="total">Number of lines that they print together, one per finished piece of work.</param>
    /// <param name="progress">Receives each line.</param>
    /// <param name="cancellationToken">Kills the processes.</param>
    /// <returns>The number of lines.</returns>
    /// <exception cref="WorkerFailedException">A process failed.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, int count, int total, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        int done = 0;
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => RunOneAsync(
            [.. arguments, StrangersRequest.WorkerOption, $"{i}/{count}"],
            line => progress.Report(new WorkProgress(Interlocked.Increment(ref done), total, line)),
            cancellationToken)));
        return done;
    }

    private static async Task RunOneAsync(IEnumerable<string> arguments, Action<string> onLine, CancellationToken cancellationToken)
    {
        string program = typeof(WorkerProcesses).Assembly.Location;
        string host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Host ? Environment.ProcessPath! : Host;
        using Process process = Process.Start(new ProcessStartInfo(host, [program, .. arguments]) { RedirectStandardOutput = true })!;
        await using CancellationTokenRegistration kill = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            onLine(line);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw new WorkerFailedException(process.ExitCode);
        }
    }
}
