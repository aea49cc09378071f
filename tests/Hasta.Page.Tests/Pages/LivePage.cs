using System.Text.RegularExpressions;
using Hasta.Page.Tests.Browsing;
using Hasta.Recognition;
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

    /// <summary>The word as the page shows it, among those that were signed so far.</summary>
    public ILocator Word(string gloss) => ButtonOf(Panel.GetByRole(AriaRole.Listitem), gloss);

    /// <summary>What an unsure sign may be.</summary>
    public ILocator Offer(string gloss) => ButtonOf(Panel, gloss).Last;

    /// <summary>The field in which an opened word is written anew.</summary>
    public ILocator OwnText => Editor.GetByLabel(text["write"]);

    public ILocator RefuseButton => Button("noneOfThese");

    /// <summary>What opens with a word.</summary>
    private ILocator Editor =>
        Panel.GetByRole(AriaRole.Group, new LocatorGetByRoleOptions { NameRegex = text.Pattern("change") });

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
    public async Task CorrectAsync(string gloss, string other)
    {
        await Word(gloss).First.ClickAsync();
        await ButtonOf(Editor, other).ClickAsync();
    }

    /// <summary>Replaces the first occurrence of a word with a text.</summary>
    public async Task WriteAsync(string gloss, string written)
    {
        await Word(gloss).First.ClickAsync();
        await OwnText.FillAsync(written);
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    public async Task RemoveAsync(string gloss)
    {
        await Word(gloss).First.ClickAsync();
        await Editor.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = text.Pattern("remove") }).ClickAsync();
    }

    /// <summary>Only while the camera is off: clipboard and camera are one permission here.</summary>
    /// <returns>What was copied.</returns>
    public async Task<string> CopyAsync()
    {
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Button("copy").ClickAsync();
        await Expect(Panel.GetByText(text["copied"])).ToBeVisibleAsync();
        return await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    public Task ExpectQuestionAsync(bool isAsked = true) =>
        Expect(RefuseButton).ToHaveCountAsync(isAsked ? 1 : 0, new() { Timeout = RecognitionMs });

    private static ILocator ButtonOf(ILocator place, string gloss) => place.GetByRole(
        AriaRole.Button,
        new LocatorGetByRoleOptions
        {
            NameRegex = new Regex($@"^\s*{Regex.Escape(GlossInfo.DisplayOf(gloss))}(\s|$)", RegexOptions.IgnoreCase),
        });

    private ILocator Button(string key) =>
        Panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = text[key], Exact = true });
}
