using Hasta.Recognition;

namespace Hasta.Web.Tests;

/// <summary>The real server on a free port, with the shipped model.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly SignRecognizer recognizer;
    private readonly Task served;

    private RunningServer(SignRecognizer recognizer, WebServerOptions options, TaskCompletionSource<Uri> address)
    {
        this.recognizer = recognizer;
        served = WebServer.RunAsync(recognizer, options with { Port = 0 }, address.SetResult, ending.Token);
    }

    public HttpClient Client { get; private init; } = new();

    public SignRecognizer Recognizer => recognizer;

    public static async Task<RunningServer> StartAsync(WebServerOptions? options = null, string? model = null)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        var address = new TaskCompletionSource<Uri>();
        SignRecognizer recognizer = await SignRecognizer.LoadAsync(model, cancellationToken: cancelled);
        var server = new RunningServer(recognizer, options ?? new WebServerOptions(), address);
        await await Task.WhenAny(address.Task, server.served);
        server.Client.BaseAddress = await address.Task;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await ending.CancelAsync();
        await Record.ExceptionAsync(() => served);
        recognizer.Dispose();
        ending.Dispose();
    }
}
