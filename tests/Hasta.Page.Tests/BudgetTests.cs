using Hasta.Page.Tests.Browsing;
using Microsoft.Playwright;

namespace Hasta.Page.Tests;

/// <summary>The page is small and quick.</summary>
public sealed class BudgetTests(PageBench bench)
{
    private const int MaxBytes = 300 * 1024;
    private const double MaxReadyMs = 1500;
    private const int Loads = 3;

    private const string ReadyMs = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd";

    /// <summary>Without the answers of the API. The quickest of three loads counts: other programs share the machine.</summary>
    [Fact]
    public async Task The_page_is_small_and_soon_ready()
    {
        double readyMs = double.PositiveInfinity;
        for (int i = 0; i < Loads; i++)
        {
            await bench.VisitAsync(new VisitOptions(), async visit =>
            {
                await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                readyMs = Math.Min(readyMs, await visit.Page.EvaluateAsync<double>(ReadyMs));
                int bytes = await CountBytesAsync(visit);
                Assert.True(bytes <= MaxBytes, $"The page has {bytes} bytes.");
            });
        }

        Assert.True(readyMs <= MaxReadyMs, $"The page was ready after {readyMs:F0} ms.");
    }

    private static async Task<int> CountBytesAsync(Visit visit)
    {
        IResponse[] files = [.. visit.Responses.Where(response => !response.Url.Contains("/api/", StringComparison.Ordinal))];
        int bytes = 0;
        foreach (IResponse file in files)
        {
            RequestSizesResult sizes = await file.Request.SizesAsync();
            bytes += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(' ', files.Select(file => file.Url))}: {bytes} bytes");
        Assert.Contains(files, file => file.Url.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Url.EndsWith(".css", StringComparison.Ordinal));
        return bytes;
    }
}
