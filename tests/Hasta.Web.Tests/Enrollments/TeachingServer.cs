using System.Text.Json;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;

namespace Hasta.Web.Tests.Enrollments;

/// <summary>A server on a free port, with the shipped model.</summary>
internal sealed class TeachingServer : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly SignRecognizer recognizer;
    private readonly Task running;

    private TeachingServer(SignRecognizer recognizer, bool canTeach, TaskCompletionSource<Uri> address)
    {
        this.recognizer = recognizer;
        running = WebServer.RunAsync(
            recognizer, new WebServerOptions { Port = 0, CanTeach = canTeach }, address.SetResult, ending.Token);
    }

    public HttpClient Client { get; } = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="library">A folder; null for no library.</param>
    /// <param name="canTeach">Whether signs may be enrolled.</param>
    public static async Task<TeachingServer> StartAsync(string? library, bool canTeach = true)
    {
        var options = new SignRecognizerOptions { Library = library is null ? null : SignLibrary.Open(library) };
        var address = new TaskCompletionSource<Uri>();
        SignRecognizer recognizer = await SignRecognizer.LoadAsync(options: options, cancellationToken: Cancelled);
        var server = new TeachingServer(recognizer, canTeach, address);
        server.Client.BaseAddress = await address.Task.WaitAsync(Cancelled);
        return server;
    }

    public Task<HttpResponseMessage> EnrollAsync(string gloss, params byte[][] takes) =>
        PostAsync("api/enrollments", takes, ("gloss", gloss), ("signer", "anita"), ("consent", "She agrees."));

    public async Task<HttpResponseMessage> PostAsync(string path, byte[][] takes, params (string Key, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach ((string key, string value) in fields)
        {
            form.Add(new StringContent(value), key);
        }

        foreach (byte[] take in takes)
        {
            form.Add(new ByteArrayContent(take), "take", "../../take.pose");
        }

        return await Client.PostAsync(path, form, Cancelled);
    }

    /// <returns>Null if it is not among the words.</returns>
    public async Task<string?> KindOfAsync(string gloss)
    {
        using JsonDocument words = JsonDocument.Parse(await Client.GetStringAsync("api/words", Cancelled));
        return words.RootElement.EnumerateArray()
            .Where(word => word.GetProperty("gloss").GetString() == gloss)
            .Select(word => word.GetProperty("kind").GetString())
            .SingleOrDefault();
    }

    /// <returns>What <c>GET /api/model</c> says.</returns>
    public async Task<bool> CanTeachAsync()
    {
        using JsonDocument model = JsonDocument.Parse(await Client.GetStringAsync("api/model", Cancelled));
        return model.RootElement.GetProperty("canTeach").GetBoolean();
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Record.ExceptionAsync(() => running);
        Client.Dispose();
        recognizer.Dispose();
        ending.Dispose();
    }
}
