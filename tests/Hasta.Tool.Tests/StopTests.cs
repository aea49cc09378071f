using System.Diagnostics;
using System.Runtime.InteropServices;
using Hasta.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Hasta.Tool.Tests;

/// <summary>Signals sent to the real program while it is blocked.</summary>
[Trait("speed", "slow")]
public sealed partial class StopTests : IDisposable
{
    private static readonly TimeSpan Immediately = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private readonly TempFolder folder = new();

    public StopTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");

    [Fact]
    public async Task SIGTERM_stops_the_program_while_a_read_blocks()
    {
        using SafeFileHandle lease = TakeLease(folder.Write("clips.csv"));
        using Process hasta = Start("prepare", folder.At("clips.csv"), "--out", folder.At("data"));
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        Send("TERM", hasta);

        await AssertStoppedAsync(hasta, Soon);
    }

    [Fact]
    public async Task A_second_interrupt_stops_the_program_immediately_without_a_stack_trace()
    {
        using SafeFileHandle lease = TakeLease(folder.Write("clips.csv"));
        using Process hasta = Start("prepare", folder.At("clips.csv"), "--out", folder.At("data"));
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        Send("INT", hasta);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(hasta.HasExited);
        Send("INT", hasta);

        await AssertStoppedAsync(hasta, Immediately);
    }

    [Fact]
    public async Task No_partial_file_or_child_process_is_left()
    {
        // The stubs behave like ffmpeg waiting for the rest of a file that another program is still writing.
        string clip = folder.Write("eat/1.mp4");
        File.Copy(SharedData.Path("asl24-videos", "eat", "6.mp4"), clip, overwrite: true);
        string ffmpeg = folder.At("bin");
        AddStub("ffmpeg", $"echo $$ >> '{folder.At("children")}'; exec sleep 600");
        AddStub("ffprobe", $"echo $$ >> '{folder.At("children")}'; exec sleep 600");
        using Process hasta = StartWith(ffmpeg, "landmarks", clip, "--out", folder.At("out.pose"), "--overlay", folder.At("out.mp4"));
        while (!File.Exists(folder.At("children")))
        {
            Assert.False(hasta.HasExited, "it ended before");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Send("INT", hasta);
        Send("TERM", hasta);

        await AssertStoppedAsync(hasta, Soon);
        Assert.All(File.ReadAllLines(folder.At("children")), child => Assert.False(IsRunning(child), $"{child} still runs"));
        Assert.DoesNotContain(
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories),
            path => path.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_live_stream_leaves_its_report()
    {
        AddStub("ffprobe", "exec ffprobe \"$@\"");
        AddStub("ffmpeg", $"case \"$*\" in *testsrc*) touch '{folder.At("started")}';; esac; exec ffmpeg \"$@\"");
        using Process hasta = StartWith(
            folder.At("bin"), "live", "--test-source", "testsrc=size=320x240:rate=5", "--report", folder.At("page.html"));
        while (!File.Exists(folder.At("started")))
        {
            Assert.False(hasta.HasExited, "it ended before");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Send("INT", hasta);

        await AssertStoppedAsync(hasta, Soon);
        Assert.Contains("0 signs, in 0:0", File.ReadAllText(folder.At("page.html")), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static Process Start(params string[] arguments) => StartWith("", arguments);

    private static Process StartWith(string ffmpeg, params string[] arguments)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Hasta.Tool.dll"), .. arguments];
        string[] start = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,TERM", .. command] : command;
        var info = new ProcessStartInfo(start[0], start[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (ffmpeg.Length > 0)
        {
            info.Environment["HASTA_FFMPEG"] = ffmpeg;
        }

        return Process.Start(info)!;
    }

    private static void Send(string signal, Process to)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{to.Id}"]);
        kill.WaitForExit();
    }

    private static async Task AssertStoppedAsync(Process hasta, TimeSpan within)
    {
        Task<string> error = hasta.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        bool ended = hasta.WaitForExit(within);
        if (!ended)
        {
            hasta.Kill(entireProcessTree: true);
        }

        Assert.True(ended, $"it did not end within {within.TotalSeconds} s: {await error}");
        Assert.Equal(130, hasta.ExitCode);
        Assert.Contains("hasta: stopped", await error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
    }

    /// <summary>A zombie process (state Z) does not count as running.</summary>
    private static bool IsRunning(string child)
    {
        try
        {
            return !File.ReadAllText($"/proc/{child}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Opening the file elsewhere blocks, as on an unresponsive network drive, for up to 45 s (Linux's default).</summary>
    private static SafeFileHandle TakeLease(string path)
    {
        const int SetSignal = 10, SetLease = 1024, WriteLease = 1, IgnoredSignal = 23;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has leases.");
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal((0, 0), (Control(file, SetSignal, IgnoredSignal), Control(file, SetLease, WriteLease)));
        return file;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeFileHandle file, int command, int argument);

    private void AddStub(string program, string body)
    {
        using Process chmod = Process.Start("chmod", ["+x", folder.Write($"bin/{program}", $"#!/bin/sh\n{body}\n")]);
        chmod.WaitForExit();
    }
}
