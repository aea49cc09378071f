using CliWrap;
using CliWrap.Buffered;

namespace Hasta.Bench;

/// <summary>The same networks in Python's PyTorch, by <c>peer.py</c>.</summary>
internal static class PythonPeer
{
    /// <returns>Clips per second with so many threads, as text for a table.</returns>
    public static async Task<string> MeasureAsync(string python, string model, int threads)
    {
        BufferedCommandResult result = await Cli.Wrap(python)
            .WithArguments([Path.Combine(AppContext.BaseDirectory, "peer.py"), model, $"{threads}"])
            .ExecuteBufferedAsync();
        return result.StandardOutput.Trim();
    }
}
