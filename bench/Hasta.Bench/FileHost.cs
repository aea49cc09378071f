using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hasta.Bench;

/// <summary>Serves one file on this machine, with support for ranges.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private FileHost(string file)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(context => Results.File(file, enableRangeProcessing: true).ExecuteAsync(context));
    }

    public Uri Address => new(app.Urls.First() + "/made.zip");

    public static async Task<FileHost> StartAsync(string file)
    {
        var host = new FileHost(file);
        await host.app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
