using System.Text.RegularExpressions;
using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests.Pages;

/// <summary>The head of the page: tabs, language and theme.</summary>
internal sealed class TabBar(Visit visit)
{
    /// <summary>The keys of their texts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["live", "clip", "teach", "words", "model"];

    private readonly IPage page = visit.Page;

    public PageText Text { get; private set; } = new(visit.Language);

    public ILocator Tab(string name) =>
        page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = Text[name], Exact = true });

    public async Task OpenAsync(string name)
    {
        await Tab(name).ClickAsync();
        await ExpectOpenAsync(name);
    }

    public async Task ExpectOpenAsync(string name)
    {
        await Expect(Tab(name)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToBeVisibleAsync();
    }

    /// <summary>The other of English and Hindi.</summary>
    public async Task SwitchLanguageAsync()
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = Text["language"], Exact = true }).ClickAsync();
        Text = new PageText(Text.Language == "hi" ? "en" : "hi");
        await ExpectLanguageAsync(Text.Language);
    }

    public async Task ExpectLanguageAsync(string language)
    {
        Text = new PageText(language);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(Tab("words")).ToBeVisibleAsync();
    }

    public Task SwitchThemeAsync() =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = Text["theme"] }).ClickAsync();

    /// <summary>The browser draws its own parts, too, in the theme.</summary>
    public Task ExpectDarkAsync(bool isDark) =>
        Expect(page.Locator("html")).ToHaveCSSAsync("color-scheme", new Regex(isDark ? "dark" : "light"));
}
