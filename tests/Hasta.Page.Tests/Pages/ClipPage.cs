using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests.Pages;

/// <summary>The tab Clip: a file, and the sign in it.</summary>
internal sealed class ClipPage(Visit visit)
{
    private const float RecognitionMs = 60_000;

    private readonly PageText text = new(visit.Language);

    private ILocator Panel => visit.Page.GetByRole(AriaRole.Tabpanel);

    public Task ChooseAsync(string path) => Panel.GetByLabel(text["choose"]).SetInputFilesAsync(path);

    public Task ChooseAsync(string name, byte[] bytes) => Panel.GetByLabel(text["choose"])
        .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });

    /// <summary>The texts stand in the answer, and the clip's skeleton can be played.</summary>
    public async Task ExpectAnswerAsync(params string[] texts)
    {
        foreach (string part in texts)
        {
            await Expect(Panel.GetByRole(AriaRole.Status)).ToContainTextAsync(part, new() { Timeout = RecognitionMs });
        }

        await Expect(Panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = text["pause"] })).ToBeVisibleAsync();
    }

    /// <summary>A sentence says what is wrong.</summary>
    public Task ExpectProblemAsync(string part) => Expect(Panel.GetByRole(AriaRole.Status))
        .ToContainTextAsync(new System.Text.RegularExpressions.Regex(text.Pattern("failedRequest") + ".*" + part));
}
