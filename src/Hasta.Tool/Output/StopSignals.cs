using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hasta.Tool.Output;

/// <summary>
/// Handles Ctrl-C and SIGTERM. The first signal asks the command to stop; a second ends the process immediately. After SIGTERM the process
/// also ends after a few seconds, because a read from a pipe or a dead network drive may never return.
/// </summary>
internal sealed partial class StopSignals : IDisposable
{
    /// <summary>Less than the ten seconds after which container runtimes kill a process.</summary>
    private static readonly TimeSpan TerminationGrace = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan HintDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FinalMessageTimeout = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;
    private Timer? timer;
    private int signals;
    private volatile bool isEnding;

    public StopSignals()
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    public CancellationToken Token => stop.Token;

    /// <summary>Blocks if the process is exiting: errors due to removed files and killed children must not be reported.</summary>
    public void BlockWhileExiting()
    {
        if (isEnding)
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }

    public void Dispose()
    {
        Array.ForEach(registrations, registration => registration.Dispose());
        timer?.Dispose();
        stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref signals) > 1)
        {
            End();
        }

        timer = context.Signal == PosixSignal.SIGTERM
            ? new Timer(_ => End(), null, TerminationGrace, Timeout.InfiniteTimeSpan)
            : new Timer(_ => Say("stopping. Press Ctrl-C again to end immediately."), null, HintDelay, Timeout.InfiniteTimeSpan);
        _ = stop.CancelAsync();
    }

    /// <summary>Owners of child processes and partial files remove them on <see cref="AppDomain.ProcessExit"/>.</summary>
    private void End()
    {
        isEnding = true;

        // Standard error may be blocked as well.
        Task.Run(() => Say("stopped.")).Wait(FinalMessageTimeout);
        if (!OperatingSystem.IsWindows())
        {
            // The last exit handler skips native cleanup: libtorch and ONNX Runtime crash if they are unloaded while they compute.
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                KillNewChildren();
                ExitWithoutCleanup(ExitCode.Cancelled);
            };
        }

        Environment.Exit(ExitCode.Cancelled);
    }

    /// <summary>Kills children that were being started when the others were killed. Only Linux lists them.</summary>
    private static void KillNewChildren()
    {
        try
        {
            IEnumerable<string> children = Directory.EnumerateDirectories("/proc/self/task")
                .SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries));
            foreach (string child in children)
            {
                using var process = Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture));
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException
            or InvalidOperationException or Win32Exception or AggregateException)
        {
            // This system has no such folder, or the child exited in the meantime.
        }
    }

    private static void Say(string text) => Console.Error.WriteLine($"{(Console.IsErrorRedirected ? "" : "\u001b[?25h")}hasta: {text}");

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitWithoutCleanup(int code);
}
