using System.Diagnostics;

namespace Hasta.Tests.Cli;

/// <summary>A pipe that nobody writes to would be waited for without end.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly TempFolder folder = new();

    public PipeTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");

    [Theory]
    [InlineData("landmarks IN --out a.pose", "in.mp4")]
    [InlineData("convert IN a.csv", "in.pose")]
    [InlineData("convert IN a.pose --fps 25 --size 640x480", "in.csv")]
    [InlineData("convert IN a.pose --fps 25 --size 640x480", "in.npy")]
    public async Task Is_refused_as_such_where_a_file_is_wanted(string command, string pipe)
    {
        MakePipe(pipe);

        CliRun run = await Run([.. command.Split(' ').Select(word => word == "IN" ? folder.At(pipe) : word.StartsWith("a.", StringComparison.Ordinal) ? folder.At(word) : word)]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this is a pipe", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_skipped_as_such_among_clips()
    {
        Directory.CreateDirectory(folder.At("videos", "eat"));
        MakePipe("videos/eat/1.mp4");

        CliRun run = await Run(["prepare", folder.At("videos"), "--out", folder.At("data")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this is a pipe", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static Task<CliRun> Run(string[] arguments) => CliRun.RunAsync(arguments).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    private void MakePipe(string name)
    {
        using Process make = Process.Start("mkfifo", folder.At(name));
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
    }
}
