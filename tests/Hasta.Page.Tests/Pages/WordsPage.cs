using System.Text.RegularExpressions;
using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests.Pages;

/// <summary>The tab Words: what the server can recognize.</summary>
internal sealed class WordsPage(Visit visit)
{
    private readonly PageText text = new(visit.Language);

    public ILocator Items => Panel.GetByRole(AriaRole.Listitem);

    private ILocator Panel => visit.Page.GetByRole(AriaRole.Tabpanel);

    public Task SearchAsync(string words) => Panel.GetByRole(AriaRole.Searchbox).FillAsync(words);

    public Task ChooseCategoryAsync(string category) => Panel.GetByRole(AriaRole.Combobox).First.SelectOptionAsync(category);

    /// <summary>The number that the page states, and the list.</summary>
    public async Task ExpectCountAsync(int count)
    {
        await Expect(Panel.GetByText(text["found", count])).ToBeVisibleAsync();
        await Expect(Items).ToHaveCountAsync(count);
    }

    public Task ExpectAsync(string word)
    {
        var named = new LocatorFilterOptions { HasTextRegex = new Regex($@"^\s*{Regex.Escape(word)}\b") };
        return Expect(Items.Filter(named).First).ToBeVisibleAsync();
    }
}
