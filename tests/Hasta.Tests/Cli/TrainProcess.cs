using System.Diagnostics;

namespace Hasta.Tests.Cli;

/// <summary>The real program training in a process of its own, to be killed.</summary>
internal sealed class TrainProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly Task<string> error;

    public TrainProcess(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Hasta.Cli.dll");
        string[] command = ["dotnet", program, "train", .. arguments];

        // Tests that run in the background of a shell are deaf to Ctrl-C, and so would be their children.
        string[] start = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        process = Process.Start(new ProcessStartInfo(start[0], start[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        error = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>Waits until something holds; looks a thousand times a second, to meet short moments.</summary>
    /// <returns>False where the program ended before.</returns>
    public bool WaitFor(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            if (process.HasExited)
            {
                return false;
            }

            Assert.True(clock.Elapsed < Patience, "it never came");
            Thread.Sleep(1);
        }

        return true;
    }

    /// <summary>SIGKILL on Unix: nothing of the program runs any more.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Ctrl-C.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <returns>The exit code, and what was said on standard error.</returns>
    public (int Code, string Error) End()
    {
        Assert.True(process.WaitForExit(Patience), "it never ended");
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
