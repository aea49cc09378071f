using System.Diagnostics;
using Hasta.TestKit;

namespace Hasta.Tool.Tests;

/// <summary>
/// The README promises "no upload"; ONNX Runtime's official builds keep a queue and a device ID in the home folder, and upload, unless
/// telemetry is turned off.
/// </summary>
[Trait("speed", "slow")]
public sealed class NoUploadTests : IDisposable
{
    private readonly ClipFolder clips = new();
    private readonly TempFolder home = new();

    [Theory]
    [InlineData("landmarks", "8 frames")]
    [InlineData("doctor", "telemetry is off")]
    public async Task A_command_leaves_no_telemetry_in_an_empty_home(string command, string expected)
    {
        using Process process = Start(
            command == "landmarks" ? [command, clips.Counted("clip.mp4", 8), "--out", clips.Path("clip.pose")] : [command]);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains(expected, output + await error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(home.Path, "*", SearchOption.AllDirectories),
            file => file.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose()
    {
        clips.Dispose();
        home.Dispose();
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hasta.Tool.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = home.Path;
        foreach (string variable in (string[])["ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"])
        {
            start.Environment.Remove(variable);
        }

        return Process.Start(start)!;
    }
}
