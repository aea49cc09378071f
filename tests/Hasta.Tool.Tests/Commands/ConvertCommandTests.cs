using System.Diagnostics;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

public sealed class ConvertCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Ctrl_C_stops_a_long_conversion_with_exit_code_130_and_leaves_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends the signal with Linux's programs.");
        PoseFile.Write(folder.At("long.pose"), MadeClip.Sequence(frames: 20_000));
        string program = Path.Combine(AppContext.BaseDirectory, "Hasta.Tool.dll");
        // Processes in the background of a shell ignore SIGINT, and so would their children.
        using var convert = Process.Start(
            new ProcessStartInfo(
                "env",
                ["--default-signal=INT", "dotnet", program, "convert", folder.At("long.pose"), folder.At("long.csv")])
            {
                RedirectStandardError = true,
            })!;
        while (!convert.HasExited && !Directory.EnumerateFiles(folder.Path, "long.csv.*").Any())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using Process kill = Process.Start("kill", ["-INT", $"{convert.Id}"]);
        await convert.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            (130, "hasta: stopped; what was finished is kept."),
            (convert.ExitCode, (await convert.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim()));
        Assert.Equal([folder.At("long.pose")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task An_unwritable_output_is_named_by_the_path_that_the_user_gave()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Nobody may write to Linux's /proc.");
        PoseFile.Write(folder.At("a.pose"), MadeClip.Sequence(frames: 2));

        CliRun run = await CliRun.RunAsync("convert", folder.At("a.pose"), "/proc/a.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/proc/a.csv'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("partial", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
