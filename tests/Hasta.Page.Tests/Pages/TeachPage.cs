using System.Text.RegularExpressions;
using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests.Pages;

/// <summary>The tab Teach: consent, takes, and the signs that were taught.</summary>
internal sealed class TeachPage(Visit visit)
{
    private const float NetworksMs = 30_000;

    private static readonly string[] Reasons = ["tooFewFrames", "noHand", "noSign"];

    private readonly PageText text = new(visit.Language);

    public ILocator RecordButton => Button(text["record"]);

    public ILocator CheckButton => Button(text["check"]);

    public ILocator TeachButton => Button(text["enroll"]);

    public ILocator StartButton => Button(text["start"]);

    public ILocator WordField => Panel.GetByLabel(text["gloss"]);

    public ILocator SignerField => Panel.GetByLabel(text["signer"]);

    public ILocator ConsentBox => Panel.GetByRole(AriaRole.Checkbox);

    private ILocator Panel => visit.Page.GetByRole(AriaRole.Tabpanel);

    public async Task FillAsync(string word, string signer)
    {
        await WordField.FillAsync(word);
        await SignerField.FillAsync(signer);
    }

    public Task ConsentAsync() => ConsentBox.CheckAsync();

    public async Task StartAsync()
    {
        await StartButton.ClickAsync();
        await Expect(RecordButton).ToBeEnabledAsync(new() { Timeout = NetworksMs });
    }

    /// <summary>Records a take after the countdown.</summary>
    /// <param name="number">From 1.</param>
    public async Task RecordAsync(int number)
    {
        await RecordButton.ClickAsync();
        await Expect(Panel.GetByText(text["recordIn", 3])).ToBeVisibleAsync();
        await Expect(Panel.GetByText(text["recording"])).ToBeVisibleAsync();
        await Expect(Panel.GetByText(text["take", number], new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Records takes until enough show a sign: a film that rests, or a busy computer, spoils one.</summary>
    /// <returns>The number of takes.</returns>
    public async Task<int> RecordUntilAsync(int good)
    {
        for (int take = 1; ; take++)
        {
            await Expect(CheckButton).ToBeDisabledAsync();
            await RecordAsync(take);
            if (take - await Problems.CountAsync() == good)
            {
                await Expect(CheckButton).ToBeEnabledAsync();
                return take;
            }
        }
    }

    public Task CheckAsync() => CheckButton.ClickAsync();

    /// <param name="usable">The number of takes that show a sign.</param>
    public Task ExpectCheckedAsync(int usable) =>
        Expect(Panel.GetByText(text["usable", usable])).ToBeVisibleAsync();

    public async Task TeachAsync()
    {
        await TeachButton.ClickAsync();
        await Expect(Panel.GetByText(text["taughtNow"])).ToBeVisibleAsync();
    }

    /// <summary>The only take shows no sign.</summary>
    public Task ExpectProblemAsync() => Expect(Problems).ToHaveCountAsync(1);

    public Task RemoveTakeAsync(int number) => DeleteAsync(text["take", number]);

    public Task ExpectNoTakesAsync() => Expect(Panel.GetByText(text["take", 1], new() { Exact = true })).ToHaveCountAsync(0);

    public Task DeleteAsync(string word) => Button(text["remove", word]).ClickAsync();

    public Task ExpectTaughtAsync(string word, bool isTaught = true) =>
        Expect(Button(text["remove", word])).ToHaveCountAsync(isTaught ? 1 : 0);

    /// <summary>Why takes show no sign.</summary>
    private ILocator Problems =>
        Panel.GetByText(new Regex(string.Join('|', Reasons.Select(reason => Regex.Escape(text[reason])))));

    private ILocator Button(string name) =>
        Panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });
}
