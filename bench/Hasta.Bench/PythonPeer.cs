using CliWrap;
using CliWrap.Buffered;

namespace Hasta.Bench;

/// <summary>Measures the same networks in PyTorch with <c>peer.py</c>.</summary>
internal static class PythonPeer
{
    /// <returns>Clips per second with the given number of threads, as text for a table.</returns>
    public static async Task<string> MeasureAsync(string python, string model, int threads)
    {
        BufferedCommandResult result = await Cli.Wrap(python)
            .WithArguments([Path.Combine(AppContext.BaseDirectory, "peer.py"), model, $"{threads}"])
            .ExecuteBufferedAsync();
        return result.StandardOutput.Trim();
    }
}
