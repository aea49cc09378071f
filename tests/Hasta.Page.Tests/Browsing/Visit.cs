using System.Text.RegularExpressions;
using Hasta.TestKit;
using Microsoft.Playwright;

namespace Hasta.Page.Tests.Browsing;

/// <summary>
/// A visit to the page of a server. Errors on the console and requests to another origin fail the test; what a failed test saw is kept in
/// artifacts/page.
/// </summary>
internal sealed class Visit
{
    private const float PatienceMs = 15_000;

    private readonly List<string> faults = [];
    private readonly List<IResponse> responses = [];
    private readonly VisitOptions options;
    private readonly Uri server;

    private Visit(Uri server, VisitOptions options, IPage page)
    {
        (this.server, this.options, Page) = (server, options, page);
        Stream = new StreamLog(page);
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(!IsOwn(request.Url), "request to " + request.Url);
        page.Response += (_, response) => responses.Add(response);
        page.WebSocket += (_, socket) => Note(!IsOwn(socket.Url), "WebSocket to " + socket.Url);
    }

    public IPage Page { get; }

    /// <summary>Everything that was loaded, with the answers of the API.</summary>
    public IReadOnlyList<IResponse> Responses => responses;

    public string Language => options.Language;

    /// <summary>The live streams of the visit.</summary>
    public StreamLog Stream { get; }

    /// <summary>Visits the page with an empty profile.</summary>
    public static async Task RunAsync(Chromium chromium, Uri server, VisitOptions options, Func<Visit, Task> test)
    {
        IBrowser browser = await chromium.OpenAsync(options.Camera);
        await using IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = options.Language + "-IN",
            ColorScheme = options.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = options.Width, Height = 800 },
        });
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        context.SetDefaultTimeout(PatienceMs);
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        var visit = new Visit(server, options, await context.NewPageAsync());
        try
        {
            await visit.Page.GotoAsync(server.AbsoluteUri);
            await test(visit);
            Assert.Empty(visit.faults);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await visit.KeepEvidenceAsync(context);
            throw;
        }
    }

    private void Note(bool isFault, string text)
    {
        if (isFault && (options.ExpectedErrors is null || !Regex.IsMatch(text, options.ExpectedErrors)))
        {
            faults.Add(text);
        }
    }

    private bool IsOwn(string url) =>
        new Uri(url) is { } address && (address.Scheme is "data" or "blob" || address.Authority == server.Authority);

    private async Task KeepEvidenceAsync(IBrowserContext context)
    {
        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        string test = TestContext.Current.TestMethod?.MethodName ?? "unknown";
        string folder = Path.Combine(SharedData.RepositoryRoot, "artifacts", "page", $"{test}-{Language}-{options.Width}");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "faults.txt"), faults);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "page.png"), FullPage = true });
        await context.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(folder, "trace.zip") });
        output?.WriteLine($"What the page showed is in {folder}: page.png, trace.zip (playwright show-trace), faults.txt.");
        faults.ForEach(fault => output?.WriteLine(fault));
    }
}
