using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests;

/// <summary>Everything can be reached without a mouse, and the focus can be seen.</summary>
public sealed class KeyboardTests(PageBench bench)
{
    [Fact]
    public Task Arrows_walk_through_the_tabs_in_a_circle() => bench.VisitAsync(new VisitOptions(), async visit =>
    {
        var bar = new TabBar(visit);
        var focus = new Focus(visit.Page);
        await focus.MoveToAsync(bar.Tab("live"));
        Assert.True(await focus.IsVisibleAsync());

        foreach (string name in TabBar.Names.Skip(1).Append("live"))
        {
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await bar.ExpectOpenAsync(name);
            await Expect(bar.Tab(name)).ToBeFocusedAsync();
            Assert.True(await focus.IsVisibleAsync());
        }

        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await bar.ExpectOpenAsync(TabBar.Names[^1]);
        await visit.Page.Keyboard.PressAsync("Home");
        await bar.ExpectOpenAsync(TabBar.Names[0]);
    });

    [Fact]
    public Task The_camera_is_started_and_stopped_with_the_keyboard() =>
        bench.VisitAsync(new VisitOptions { Camera = CameraView.Empty }, async visit =>
        {
            var live = new LivePage(visit);
            var focus = new Focus(visit.Page);
            await focus.MoveToAsync(live.StartButton);
            Assert.True(await focus.IsVisibleAsync());

            await visit.Page.Keyboard.PressAsync("Enter");

            await live.ExpectFramesAsync();
            await focus.MoveToAsync(live.StopButton);
            await visit.Page.Keyboard.PressAsync("Space");
            await live.ExpectStateAsync("closed");
        });

    [Fact]
    public Task Teaching_is_offered_after_consent_only_and_within_reach_of_the_keyboard() =>
        bench.VisitAsync(new VisitOptions(), async visit =>
        {
            await new TabBar(visit).OpenAsync("teach");
            var teach = new TeachPage(visit);
            var focus = new Focus(visit.Page);
            await Expect(teach.StartButton).ToHaveCountAsync(0);

            await focus.MoveToAsync(teach.WordField);
            await visit.Page.Keyboard.TypeAsync("tree");
            await focus.MoveToAsync(teach.SignerField);
            await visit.Page.Keyboard.TypeAsync("anita");
            await Expect(teach.StartButton).ToHaveCountAsync(0);
            await focus.MoveToAsync(teach.ConsentBox);
            Assert.True(await focus.IsVisibleAsync());
            await visit.Page.Keyboard.PressAsync("Space");

            await focus.MoveToAsync(teach.StartButton);
            await Expect(teach.CheckButton).ToBeDisabledAsync();
            await Expect(teach.TeachButton).ToBeDisabledAsync();
        });
}
