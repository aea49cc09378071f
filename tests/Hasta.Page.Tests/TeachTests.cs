using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using Hasta.Page.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests;

/// <summary>A sign is taught in front of the camera, and forgotten.</summary>
public sealed class TeachTests(PageBench bench)
{
    private const string Sign = "Nod & wave";
    private const int Takes = 3;

    [Fact]
    public async Task A_sign_is_recorded_checked_taught_listed_and_deleted()
    {
        CameraView camera = await bench.FilmTaughtSignerAsync();
        PageServer server = await bench.ServerAsync();
        await bench.VisitAsync(new VisitOptions { Camera = camera }, async visit =>
        {
            var bar = new TabBar(visit);
            await bar.OpenAsync("teach");
            var teach = new TeachPage(visit);
            await teach.FillAsync(Sign, "anita");
            await teach.ConsentAsync();
            await teach.StartAsync();

            int recorded = await teach.RecordUntilAsync(Takes);

            Assert.True(recorded >= Takes);
            await Expect(teach.TeachButton).ToBeDisabledAsync();
            Assert.Empty(await Axe.FindAsync(visit.Page));
            await teach.CheckAsync();
            await teach.ExpectCheckedAsync(Takes);
            Assert.DoesNotContain(server.Library.Signs, sign => sign.Gloss == Sign);
            await teach.TeachAsync();
            await teach.ExpectTaughtAsync(Sign);
            Assert.Equal(Takes, server.Library.Signs.Single(sign => sign.Gloss == Sign).Clips);
            Assert.Contains("agrees", server.Library.ConsentOf("anita")!.Note, StringComparison.Ordinal);

            await bar.OpenAsync("words");
            var words = new WordsPage(visit);
            await words.SearchAsync(Sign);
            await words.ExpectAsync(Sign);
            await bar.OpenAsync("teach");
            await teach.DeleteAsync(Sign);
            await teach.ExpectTaughtAsync(Sign, isTaught: false);
            Assert.DoesNotContain(server.Library.Signs, sign => sign.Gloss == Sign);
        });
    }

    [Fact]
    public Task Takes_in_which_nobody_signs_are_told_and_cannot_be_taught() =>
        bench.VisitAsync(new VisitOptions { Camera = CameraView.Empty }, async visit =>
        {
            await new TabBar(visit).OpenAsync("teach");
            var teach = new TeachPage(visit);
            await teach.FillAsync("tree", "anita");
            await teach.ConsentAsync();
            await teach.StartAsync();

            await teach.RecordAsync(1);

            await teach.ExpectProblemAsync();
            await Expect(teach.CheckButton).ToBeDisabledAsync();
            await teach.RemoveTakeAsync(1);
            await teach.ExpectNoTakesAsync();
        });
}
