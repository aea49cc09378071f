using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests.Pages;

/// <summary>The tab Model: what the model is, and for whom it works worst.</summary>
internal sealed class ModelPage(Visit visit)
{
    public async Task ExpectAsync(params string[] texts)
    {
        foreach (string text in texts)
        {
            await Expect(visit.Page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync(text);
        }
    }
}
