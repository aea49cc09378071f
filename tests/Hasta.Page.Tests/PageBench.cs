using Hasta.Page.Tests;
using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.People;
using Hasta.Page.Tests.Serving;

// Live streams share the cores: two at a time would both be slow.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: Trait("speed", "slow")]
[assembly: AssemblyFixture(typeof(PageBench))]

namespace Hasta.Page.Tests;

/// <summary>What all tests of the page share: the browsers, one server, and the person in front of its camera.</summary>
public sealed class PageBench : IAsyncDisposable
{
    private readonly Chromium chromium = new();
    private readonly Signer signer = new();
    private PageServer? server;

    /// <summary>The server whose page most tests visit.</summary>
    internal async Task<PageServer> ServerAsync() => server ??= await PageServer.StartAsync();

    /// <summary>A camera that shows a real person who signs words which the server knows; skips the test without the shared data.</summary>
    internal async Task<CameraView> FilmTaughtSignerAsync()
    {
        CameraView camera = FilmSigner();
        await Signer.TeachAsync(await ServerAsync());
        return camera;
    }

    /// <summary>A camera that shows a real person; skips the test without the shared data.</summary>
    internal CameraView FilmSigner()
    {
        Chromium.Find();
        return CameraView.Playing(signer.Film());
    }

    /// <summary>Visits the page of the shared server with an empty profile.</summary>
    internal async Task VisitAsync(VisitOptions options, Func<Visit, Task> test) =>
        await Visit.RunAsync(chromium, (await ServerAsync()).Address, options, test);

    /// <summary>Visits the page of another server.</summary>
    internal Task VisitAsync(PageServer other, VisitOptions options, Func<Visit, Task> test) =>
        Visit.RunAsync(chromium, other.Address, options, test);

    /// <summary>Closes the browsers and the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        signer.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
