using Microsoft.Playwright;

namespace Hasta.Page.Tests.Browsing;

/// <summary>The system's Chromium without a window, driven by Playwright; a browser of Playwright's own is never downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Variable = "HASTA_CHROMIUM";

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update",
    ];

    private static readonly string[] Programs =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private readonly Dictionary<string, IBrowser> browsers = [];
    private IPlaywright? playwright;

    /// <summary>One browser for each view, since the camera is chosen by switches; skips the test if there is no Chromium.</summary>
    public async Task<IBrowser> OpenAsync(CameraView camera)
    {
        string program = Find();
        string key = string.Join(' ', camera.Switches);
        if (!browsers.TryGetValue(key, out IBrowser? browser))
        {
            playwright ??= await Playwright.CreateAsync();
            browsers[key] = browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = [.. Switches, .. camera.Switches],
            });
        }

        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowser browser in browsers.Values)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <returns>The path of the program; skips the test if there is none.</returns>
    public static string Find()
    {
        string? chosen = Environment.GetEnvironmentVariable(Variable);
        string? program = (chosen is null ? Programs : [chosen]).FirstOrDefault(File.Exists);
        string reason = $"Chromium was not found in {chosen ?? string.Join(", ", Programs)}: install it, or set {Variable} to its path.";
        Assert.False(program is null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipWhen(program is null, reason);
        return program!;
    }
}
