using Hasta.TestKit;
using Microsoft.Playwright;

namespace Hasta.Page.Tests.Pages;

/// <summary>axe-core's check of what is visible now.</summary>
internal static class Axe
{
    private const string Run = """
        axe.run(document, { resultTypes: ["violations"] }).then(found => found.violations
            .filter(violation => violation.impact === "serious" || violation.impact === "critical")
            .map(violation => `${violation.impact} ${violation.id}: ${violation.nodes.map(node => node.html.slice(0, 160)).join(" | ")}`))
        """;

    private static readonly Lazy<string> Source = new(
        () => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Whether the page has it already.</summary>
    private const string IsLoaded = "typeof axe === 'object'";

    /// <returns>Serious and critical violations.</returns>
    public static async Task<string[]> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>(IsLoaded))
        {
            await page.EvaluateAsync($"() => {{ {Source.Value} }}");
        }

        return await page.EvaluateAsync<string[]>(Run);
    }
}
