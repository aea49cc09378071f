using System.Globalization;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Tests.Video.Programs;

public sealed class MemoryLimitTests
{
    [Fact]
    public async Task A_limited_program_has_a_limited_address_space_and_writes_no_core_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "prlimit is a program of Linux.");
        await using ChildProcess child = ChildProcess.StartLimited("/bin/sh", ["-c", "ulimit -v; ulimit -c"], _ => { });

        string answer = await child.ReadTextAsync(TimeSpan.FromSeconds(10), 1000, TestContext.Current.CancellationToken);

        string kilobytes = (MemoryLimit.Bytes >> 10).ToString(CultureInfo.InvariantCulture);
        Assert.Equal([kilobytes, "0"], answer.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_program_that_does_not_exist_is_an_error_of_its_own() =>
        Assert.Throws<MissingFfmpegException>(() => ChildProcess.StartLimited("/nowhere/ffmpeg", [], _ => { }));
}
