using System.Net;
using System.Net.Sockets;

namespace Hasta.Tool.Tests.Commands;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task A_port_that_is_in_use_is_named_with_the_remedy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        CliRun run = await CliRun.RunAsync("serve", "--port", $"{port}");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"port {port} is in use", run.Error, StringComparison.Ordinal);
        Assert.Contains("--port", run.Error, StringComparison.Ordinal);
    }
}
