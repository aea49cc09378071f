using Microsoft.Playwright;

namespace Hasta.Page.Tests.Pages;

/// <summary>The keyboard's place on the page.</summary>
internal sealed class Focus(IPage page)
{
    private const int MaxSteps = 40;

    private const string DeepActive = """
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        """;

    /// <summary>Presses a key until an element has the focus.</summary>
    public async Task MoveToAsync(ILocator element, string key = "Tab")
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            await page.Keyboard.PressAsync(key);
            if (await IsOnAsync(element))
            {
                return;
            }
        }

        Assert.Fail($"{key} does not reach {element}.");
    }

    /// <summary>Whether the focused element has an outline.</summary>
    public Task<bool> IsVisibleAsync() => page.EvaluateAsync<bool>($$"""
        () => {
            {{DeepActive}}
            const style = getComputedStyle(active);
            return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        }
        """);

    private static Task<bool> IsOnAsync(ILocator element) =>
        element.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element");
}
