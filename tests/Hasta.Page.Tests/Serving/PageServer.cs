using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.TestKit;
using Hasta.Web;

namespace Hasta.Page.Tests.Serving;

/// <summary>The server of <c>hasta serve</c> with the shipped model, an empty library and the built page.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private CancellationTokenSource ending = new();
    private Task served = Task.CompletedTask;

    private PageServer()
    {
        Library = SignLibrary.Open(folder.At("library"));
    }

    public SignLibrary Library { get; }

    public SignRecognizer Recognizer { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public WebServerOptions Options { get; private set; } = new() { Port = 0 };

    /// <param name="minConfidence">0..1; live words of the model below it are unsure. Null for the default.</param>
    public static async Task<PageServer> StartAsync(double? minConfidence = null)
    {
        var server = new PageServer();
        server.Options = server.Options with { MinConfidence = minConfidence ?? server.Options.MinConfidence };
        server.Recognizer = await SignRecognizer.LoadAsync(options: new SignRecognizerOptions { Library = server.Library });
        await server.ListenAsync();
        return server;
    }

    /// <summary>Ends every stream; the port is free again.</summary>
    public async Task StopAsync()
    {
        await ending.CancelAsync();
        await Record.ExceptionAsync(() => served);
        ending.Dispose();
    }

    /// <summary>Starts again, with the same address.</summary>
    public Task StartAgainAsync()
    {
        ending = new CancellationTokenSource();
        return ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Recognizer.Dispose();
        folder.Dispose();
    }

    private async Task ListenAsync()
    {
        var address = new TaskCompletionSource<Uri>();
        served = WebServer.RunAsync(Recognizer, Options, address.SetResult, ending.Token);
        await await Task.WhenAny(address.Task, served);
        Address = await address.Task;
        Options = Options with { Port = Address.Port };
    }
}
