using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using Hasta.TestKit;

namespace Hasta.Page.Tests;

/// <summary>The checks of every visit can fail, and keep what the page showed.</summary>
public sealed class ChecksTests(PageBench bench)
{
    [Theory]
    [InlineData("console.error('a made error')", "a made error")]
    [InlineData("setTimeout(() => { throw new Error('a made error'); })", "a made error")]
    [InlineData("fetch('http://localhost:9/elsewhere').catch(() => {})", "http://localhost:9/elsewhere")]
    public async Task A_fault_of_the_page_fails_its_visit(string script, string fault)
    {
        Chromium.Find();
        string folder = Path.Combine(
            SharedData.RepositoryRoot, "artifacts", "page", $"{nameof(A_fault_of_the_page_fails_its_visit)}-en-1280");

        Exception? error = await Record.ExceptionAsync(() => bench.VisitAsync(new VisitOptions(), async visit =>
        {
            await visit.Page.EvaluateAsync($"() => {{ {script}; }}");
            await visit.Page.WaitForFunctionAsync("new Promise(done => setTimeout(() => done(true), 0))");
        }));

        Assert.Contains(fault, Assert.IsAssignableFrom<Xunit.Sdk.EmptyException>(error).Message, StringComparison.Ordinal);
        Assert.Equal(["faults.txt", "page.png", "trace.zip"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public Task Axe_finds_a_picture_without_a_text() => bench.VisitAsync(new VisitOptions(), async visit =>
    {
        await visit.Page.EvaluateAsync("document.body.append(document.createElement('img'))");

        Assert.Contains("image-alt", Assert.Single(await Axe.FindAsync(visit.Page)), StringComparison.Ordinal);
    });
}
