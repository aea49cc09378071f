using Hasta.TestKit;
using Hasta.Tool.Doctor;

namespace Hasta.Tool.Tests.Doctor;

public sealed class ProgramProbeTests
{
    [Fact]
    public async Task A_failing_program_is_distinguished_from_a_missing_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It needs a shell.");
        using var folder = new TempFolder();
        string script = folder.Write("sdk.sh", "echo; echo 'The home directory could not be determined.' >&2; exit 1");

        Assert.Equal(
            (null, "The home directory could not be determined."),
            await ProgramProbe.FirstLineAsync("sh", script, TestContext.Current.CancellationToken));
        Assert.Equal(
            (null, "not found on PATH"),
            await ProgramProbe.FirstLineAsync("no-such-program", "--version", TestContext.Current.CancellationToken));
    }
}
