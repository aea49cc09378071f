using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;

namespace Hasta.Page.Tests;

/// <summary>Each tab for people who use assistive technology, and on the smallest screens.</summary>
public sealed class AccessTests(PageBench bench)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("hi", false)]
    [InlineData("hi", true)]
    public Task Axe_finds_nothing_serious(string language, bool isDark) =>
        bench.VisitAsync(
            new VisitOptions { Language = language, IsDark = isDark },
            visit => EachTabAsync(visit, () => Axe.FindAsync(visit.Page)));

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public Task A_screen_of_320_pixels_needs_no_scrolling_sideways(string language) =>
        bench.VisitAsync(new VisitOptions { Language = language, Width = Screen.Smallest }, visit => EachTabAsync(visit, async () =>
        {
            int width = await Screen.MeasureAsync(visit.Page);
            return width <= Screen.Smallest ? [] : [$"{width} pixels wide"];
        }));

    /// <summary>The tab Teach with all of its parts.</summary>
    private static async Task EachTabAsync(Visit visit, Func<Task<string[]>> find)
    {
        var bar = new TabBar(visit);
        var faults = new List<string>();
        foreach (string name in TabBar.Names)
        {
            await bar.OpenAsync(name);
            if (name == "teach")
            {
                await new TeachPage(visit).FillAsync("tree", "anita");
                await new TeachPage(visit).ConsentAsync();
            }

            faults.AddRange((await find()).Select(fault => $"{name}: {fault}"));
        }

        Assert.Empty(faults);
    }
}
