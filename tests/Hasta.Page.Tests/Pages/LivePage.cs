using System.Text.RegularExpressions;
using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests.Pages;

/// <summary>The tab Live: the camera, and the words that it shows.</summary>
internal sealed class LivePage(Visit visit)
{
    private const float RecognitionMs = 45_000;
    private const float NetworksMs = 30_000;

    private const string HasPixels =
        "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0)";

    private readonly PageText text = new(visit.Language);

    public ILocator StartButton => Button("start");

    public ILocator StopButton => Button("stop");

    public ILocator UndoButton => Button("undo");

    public ILocator ClearButton => Button("clear");

    /// <summary>A recognized word; its name starts with the word.</summary>
    public ILocator Word(string word) => Panel.GetByRole(
        AriaRole.Button,
        new LocatorGetByRoleOptions { NameRegex = new Regex($@"^\s*{Regex.Escape(word)}\b", RegexOptions.IgnoreCase) });

    private ILocator Panel => visit.Page.GetByRole(AriaRole.Tabpanel);

    public async Task StartAsync()
    {
        await StartButton.ClickAsync();
        await Expect(StopButton).ToBeVisibleAsync();
    }

    public async Task StopAsync()
    {
        await StopButton.ClickAsync();
        await ExpectStateAsync("closed");
    }

    /// <param name="state">The key of its text.</param>
    public Task ExpectStateAsync(string state) =>
        Expect(Panel.GetByText(text.Pattern(state)).First).ToBeVisibleAsync(new() { Timeout = NetworksMs });

    /// <summary>Frames are answered.</summary>
    public Task ExpectFramesAsync() => ExpectStateAsync("rate");

    public Task ExpectNobodyAsync() => ExpectStateAsync("noSigner");

    public Task ExpectWordAsync(string word) =>
        Expect(Word(word).First).ToBeVisibleAsync(new() { Timeout = RecognitionMs });

    public Task ExpectNoWordsAsync() => Expect(Panel.GetByText(text["empty"])).ToBeVisibleAsync();

    /// <summary>A skeleton is drawn over the picture.</summary>
    public async Task ExpectSkeletonAsync()
    {
        IElementHandle canvas = await Panel.Locator("canvas").First.ElementHandleAsync();
        await visit.Page.WaitForFunctionAsync(HasPixels, canvas);
    }

    /// <summary>Replaces the first occurrence of a word with another that the page offers for it.</summary>
    public async Task CorrectAsync(string word, string other)
    {
        await Word(word).First.ClickAsync();
        await Panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = other, Exact = true }).Last.ClickAsync();
    }

    private ILocator Button(string key) =>
        Panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = text[key], Exact = true });
}
