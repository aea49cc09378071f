using Microsoft.AspNetCore.Connections;

namespace Hasta.Tool.Serving;

/// <summary>Serves on the first free port of a range.</summary>
internal static class PortSearch
{
    /// <param name="first">The first port.</param>
    /// <param name="last">The last port that is tried.</param>
    /// <param name="serve">Serves on a port until the server ends.</param>
    /// <exception cref="UsageException">All are in use.</exception>
    public static async Task RunAsync(int first, int last, Func<int, Task> serve)
    {
        for (int port = first; ; port++)
        {
            try
            {
                await serve(port);
                return;
            }
            catch (IOException error) when (error.InnerException is AddressInUseException)
            {
                if (port == last)
                {
                    throw new UsageException(
                        $"port {(first == last ? $"{first} is" : $"{first} to {last} are")} in use. Choose another with --port, or 0 for "
                        + "any that is free.");
                }
            }
        }
    }
}
