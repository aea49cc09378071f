using System.Diagnostics;

namespace Hasta.Tool.Tests;

/// <summary>The real program with a standard stream that is not writable.</summary>
[Trait("speed", "slow")]
public sealed class ClosedStreamTests
{
    public ClosedStreamTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "It needs a shell and /dev/full.");

    [Theory]
    [InlineData("doctor >&-", "standard output")]
    [InlineData("--help >&-", "standard output")]
    [InlineData("doctor >/dev/full", "standard output")]
    [InlineData("--help >/dev/full", "standard output")]
    public async Task Without_standard_output_the_error_names_it(string command, string expected)
    {
        (int code, string error) = await RunAsync(command);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("path exists", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recognize nowhere.mp4 2>&-")]
    [InlineData("recognize nowhere.mp4 2>/dev/full")]
    [InlineData("recognize nowhere.mp4 >&- 2>&-")]
    [InlineData("prepare --max-height x 2>/dev/full")]
    public async Task Without_standard_error_the_exit_code_is_still_2(string command) => Assert.Equal(2, (await RunAsync(command)).Code);

    [Fact]
    public async Task A_reader_that_closes_the_pipe_early_is_not_an_error()
    {
        (int code, string error) = await RunAsync("--help | head -n 1; exit ${PIPESTATUS[0]}");

        Assert.Equal((0, ""), (code, error));
    }

    private static async Task<(int Code, string Error)> RunAsync(string command)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Hasta.Tool.dll");
        using Process shell = Process.Start(
            new ProcessStartInfo("bash", ["-c", $"dotnet '{program}' {command}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        Task<string> output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (shell.ExitCode, error);
    }
}
