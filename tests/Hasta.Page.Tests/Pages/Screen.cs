using Microsoft.Playwright;

namespace Hasta.Page.Tests.Pages;

/// <summary>The width of the page, in CSS pixels.</summary>
internal static class Screen
{
    /// <summary>Of the smallest screen: WCAG 2.2, 1.4.10.</summary>
    public const int Smallest = 320;

    /// <returns>More than the window's width if one has to scroll sideways.</returns>
    public static Task<int> MeasureAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");

    /// <summary>The width of the page on the smallest screen.</summary>
    public static async Task<int> MeasureSmallestAsync(IPage page)
    {
        PageViewportSizeResult before = page.ViewportSize!;
        await page.SetViewportSizeAsync(Smallest, before.Height);
        int width = await MeasureAsync(page);
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return width;
    }
}
