using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using Hasta.Page.Tests.Serving;

namespace Hasta.Page.Tests;

/// <summary>Cameras and servers that are missing, forbidden, empty or lost.</summary>
public sealed class CameraTests(PageBench bench)
{
    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public Task A_forbidden_camera_is_told(string language) =>
        bench.VisitAsync(new VisitOptions { Camera = CameraView.Denied, Language = language }, async visit =>
        {
            var live = new LivePage(visit);

            await live.StartButton.ClickAsync();

            await live.ExpectStateAsync("denied");
            Assert.Empty(visit.Stream.Messages);
        });

    [Fact]
    public Task A_missing_camera_is_told() => bench.VisitAsync(new VisitOptions(), async visit =>
    {
        var live = new LivePage(visit);

        await live.StartButton.ClickAsync();

        await live.ExpectStateAsync("noCamera");
    });

    [Fact]
    public Task Nobody_in_the_picture_is_told_and_stop_ends_the_stream() =>
        bench.VisitAsync(new VisitOptions { Camera = CameraView.Empty }, async visit =>
        {
            var live = new LivePage(visit);

            await live.StartAsync();

            await live.ExpectNobodyAsync();
            await live.StopAsync();
            int sent = visit.Stream.Frames.Count;
            await live.StartAsync();
            await live.ExpectFramesAsync();
            Assert.True(visit.Stream.Frames.Count > sent);
        });

    [Fact]
    public async Task A_lost_server_is_told_and_found_again()
    {
        await using PageServer server = await PageServer.StartAsync();
        var options = new VisitOptions { Camera = CameraView.Empty, ExpectedErrors = "^WebSocket connection to 'ws://127.0.0.1.* failed" };
        await bench.VisitAsync(server, options, async visit =>
        {
            var live = new LivePage(visit);
            await live.StartAsync();
            await live.ExpectFramesAsync();

            await server.StopAsync();

            await live.ExpectStateAsync("waiting");
            await server.StartAgainAsync();
            await live.ExpectFramesAsync();
            Assert.Equal(2, visit.Stream.Of("ready").Count());
        });
    }
}
