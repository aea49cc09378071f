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

    [Theory]
    [InlineData("--host", "my.computer", "0.0.0.0")]
    [InlineData("--token", "short", "16")]
    [InlineData("--http --host", "192.0.2.1", "no address of this computer")]
    [InlineData("--cert", "none.pem", "none.pem")]
    [InlineData("--cert-key", "key.pem", "--cert")]
    [InlineData("--http --cert", "a.pem", "--http")]
    [InlineData("--allow-host", "https://signs.example", "--allow-host signs.example")]
    [InlineData("--allow-origin", "app.example", "--allow-origin https://app.example")]
    public async Task A_wrong_option_is_named_with_the_remedy(string options, string value, string remedy)
    {
        CliRun run = await CliRun.RunAsync(["serve", "--port", "0", .. options.Split(' '), value]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
    }
}
