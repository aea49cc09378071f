using System.Diagnostics;
using Hasta.TestKit;

namespace Hasta.Tool.Tests;

/// <summary>Reading a pipe without a writer would block forever.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly TempFolder folder = new();

    public PipeTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");

    [Theory]
    [InlineData("landmarks IN --out a.pose", "in.mp4")]
    [InlineData("convert IN a.csv", "in.pose")]
    [InlineData("convert IN a.pose --fps 25 --size 640x480", "in.csv")]
    [InlineData("convert IN a.pose --fps 25 --size 640x480", "in.npy")]
    public async Task A_pipe_is_rejected_as_an_input_file(string command, string pipe)
    {
        MakePipe(pipe);

        CliRun run = await RunAsync(
        [
            .. command.Split(' ').Select(word =>
                word == "IN" ? folder.At(pipe) : word.StartsWith("a.", StringComparison.Ordinal) ? folder.At(word) : word),
        ]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this is a pipe", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_among_clips_is_skipped()
    {
        Directory.CreateDirectory(folder.At("videos", "eat"));
        MakePipe("videos/eat/1.mp4");

        CliRun run = await RunAsync(["prepare", folder.At("videos"), "--out", folder.At("data")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this is a pipe", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static Task<CliRun> RunAsync(string[] arguments) =>
        CliRun.RunAsync(arguments).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    private void MakePipe(string name)
    {
        using Process mkfifo = Process.Start("mkfifo", folder.At(name));
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
    }
}
