using Hasta.Tool.Serving;
using Microsoft.AspNetCore.Connections;

namespace Hasta.Tool.Tests.Serving;

public sealed class PortSearchTests
{
    [Fact]
    public async Task Ports_in_use_are_skipped()
    {
        var tried = new List<int>();
        await PortSearch.RunAsync(100, 120, port =>
        {
            tried.Add(port);
            return port < 103 ? throw new IOException("", new AddressInUseException("")) : Task.CompletedTask;
        });

        Assert.Equal([100, 101, 102, 103], tried);
    }

    [Fact]
    public async Task The_search_ends_with_the_remedy_and_other_errors_end_it_at_once()
    {
        UsageException error = await Assert.ThrowsAsync<UsageException>(
            () => PortSearch.RunAsync(100, 120, _ => throw new IOException("", new AddressInUseException(""))));
        Assert.StartsWith("port 100 to 120 are in use.", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => PortSearch.RunAsync(100, 120, _ => throw new IOException("The disk is full.")));
    }
}
