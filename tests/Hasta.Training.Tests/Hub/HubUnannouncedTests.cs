using Hasta.TestKit;
using Hasta.Landmarks;
using Hasta.Training.Hub;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.Training.Tests.Hub;

/// <summary>Hubs that do not announce the length of a file, and two processes that fetch the same model.</summary>
public sealed class HubUnannouncedTests : IDisposable
{
    private static readonly byte[] Content = HubServer.Numbers(200_000);

    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_file_of_unannounced_length_is_read_as_a_whole()
    {
        using HostileServer server = Unannounced();

        string snapshot = await GetAsync(server, 1 << 20);

        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(snapshot, "model.safetensors")));
    }

    [Fact]
    public async Task A_file_of_unannounced_length_over_the_limit_is_an_error()
    {
        using HostileServer server = Unannounced();

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync(server, Content.Length - 1));

        Assert.Contains("more than 199999 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_another_process_fetches_is_an_error()
    {
        using HostileServer server = Unannounced();
        string snapshot = folder.At("hub", "models--somebody--small-vit", HubServer.Commit);
        Directory.CreateDirectory(snapshot);
        using var held = new FileStream(
            Path.Combine(snapshot, ".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var error = await Assert.ThrowsAsync<HubException>(() => GetAsync(server, 1 << 20));

        Assert.Contains("another hasta process", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static HostileServer Unannounced() => new(context =>
    {
        context.Response.Headers["X-Repo-Commit"] = HubServer.Commit;
        context.Response.SendChunked = true;
        return context.Response.OutputStream.WriteAsync(context.Request.HttpMethod == "HEAD" ? default : Content).AsTask();
    });

    private Task<string> GetAsync(HostileServer server, long maxBytes)
    {
        HubOptions options = HubOptions.From(
            name => name switch
            {
                HubOptions.EndpointVariable => server.Address.AbsoluteUri,
                HubOptions.CacheVariable => folder.Path,
                _ => null,
            },
            folder.Path) with
        {
            Retries = 1,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };
        return new HubClient(options, NullLogger<HubClient>.Instance, TimeProvider.System).GetAsync(
            HubModel.Parse(HubServer.Model, HubServer.Commit),
            [new HubFile("model.safetensors", maxBytes)],
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);
    }
}
