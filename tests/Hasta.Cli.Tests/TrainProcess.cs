using System.Diagnostics;

namespace Hasta.Cli.Tests;

/// <summary>The real program, training in a separate process, to be killed.</summary>
internal sealed class TrainProcess : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly Task<string> error;

    public TrainProcess(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Hasta.Cli.dll");
        string[] command = ["dotnet", program, "train", .. arguments];

        // Processes in the background of a shell ignore SIGINT, and so would their children.
        string[] start = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        process = Process.Start(
            new ProcessStartInfo(start[0], start[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        error = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>Waits until a condition holds; polls a thousand times a second to catch short-lived states.</summary>
    /// <returns>False if the program exited first.</returns>
    public bool WaitFor(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (process.HasExited)
            {
                return false;
            }

            Assert.True(clock.Elapsed < Timeout, "it never came");
            Thread.Sleep(1);
        }

        return true;
    }

    /// <summary>Kills the process tree (SIGKILL on Unix).</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Sends SIGINT (Ctrl-C).</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <returns>The exit code and the standard error output.</returns>
    public (int Code, string Error) End()
    {
        Assert.True(process.WaitForExit(Timeout), "it never ended");
        return (process.ExitCode, error.Result);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }
}
