using System.Diagnostics;
using Hasta.Tests.Video;

namespace Hasta.Tests.Cli;

/// <summary>The README promises "no upload"; ONNX Runtime's official builds upload unless they are told not to.</summary>
public sealed class NoUploadTests : IDisposable
{
    private readonly ClipFolder clips = new();
    private readonly TempFolder home = new();

    [Theory]
    [InlineData("landmarks")]
    [InlineData("doctor")]
    public async Task A_command_leaves_no_telemetry_in_an_empty_home_and_opens_no_socket(string command)
    {
        using Process process = Start(command == "landmarks" ? [command, clips.Counted("clip.mp4", 8), "--out", clips.Path("clip.pose")] : [command]);
        Task<string> words = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        int sockets = 0;
        while (!process.HasExited)
        {
            sockets = Math.Max(sockets, SocketsOf(process.Id));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.True(process.ExitCode == 0, await words);
        Assert.Empty(Directory.EnumerateFiles(home.Path, "*", SearchOption.AllDirectories).Where(file => file.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(0, sockets);
    }

    public void Dispose()
    {
        clips.Dispose();
        home.Dispose();
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hasta.Cli.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = home.Path;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // the debugger's own socket
        foreach (string variable in (string[])["ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"])
        {
            start.Environment.Remove(variable);
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>What Linux tells; elsewhere none.</summary>
    private static int SocketsOf(int process)
    {
        try
        {
            return new DirectoryInfo($"/proc/{process}/fd").EnumerateFiles().Count(file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0; // it has just ended
        }
    }
}
