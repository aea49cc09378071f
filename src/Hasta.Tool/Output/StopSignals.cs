using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hasta.Tool.Output;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the command to stop; a second ends the process at once, and so does the first SIGTERM after a few seconds, since a
/// read from a pipe or a dead network drive may never return.
/// </summary>
internal sealed partial class StopSignals : IDisposable
{
    /// <summary>Less than the ten seconds after which a container is killed.</summary>
    private static readonly TimeSpan TerminationGrace = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;
    private Timer? timer;
    private int signals;
    private volatile bool isEnding;

    public StopSignals()
    {
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];
    }

    public CancellationToken Token => stop.Token;

    /// <summary>Returns, unless the process is on its way out: what then fails for lack of its files and children is nobody's error.</summary>
    public void HoldWhileEnding()
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
            : new Timer(_ => Say("stopping. Press Ctrl-C again to end at once."), null, Patience, Timeout.InfiniteTimeSpan);
        _ = stop.CancelAsync();
    }

    /// <summary>Whoever has a child process or a half-written file removes it on <see cref="AppDomain.ProcessExit"/>.</summary>
    private void End()
    {
        isEnding = true;

        // Standard error may be blocked as well.
        Task.Run(() => Say("stopped.")).Wait(LastWords);
        if (!OperatingSystem.IsWindows())
        {
            // The last to be told of the exit: libtorch and ONNX Runtime crash where they are torn down while they compute.
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                KillNewChildren();
                ExitWithoutTearDown(ExitCode.Cancelled);
            };
        }

        Environment.Exit(ExitCode.Cancelled);
    }

    /// <summary>A child that was being started when the others were killed; Linux tells of it.</summary>
    private static void KillNewChildren()
    {
        try
        {
            foreach (string child in Directory.EnumerateDirectories("/proc/self/task").SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                using var process = Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture));
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // No such folder on this system, or it ended in that moment.
        }
    }

    private static void Say(string text) => Console.Error.WriteLine($"{(Console.IsErrorRedirected ? "" : "\u001b[?25h")}hasta: {text}");

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitWithoutTearDown(int code);
}
