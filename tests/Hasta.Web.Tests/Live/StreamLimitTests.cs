using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Hasta.Web.Tests.Live;

/// <summary>A real server, and clients that take more than their share.</summary>
public sealed class StreamLimitTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, 200)]
    [InlineData(8, 2)]
    public async Task One_stream_too_many_is_refused_before_it_opens_until_another_ends(int perAddress, int all)
    {
        await using RunningServer server = await RunningServer.StartAsync(
            new WebServerOptions { MaxStreamsPerAddress = perAddress, MaxStreams = all });
        using ClientWebSocket first = new();
        using ClientWebSocket second = new();
        using ClientWebSocket third = new();
        await OpenAsync(server, first);
        await OpenAsync(server, second);

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(server, third));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.HttpStatusCode);
        Assert.Equal("ok", await server.Client.GetStringAsync("healthz", Cancelled));
        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Cancelled);
        await UntilOpenAsync(server);
    }

    [Fact]
    public async Task A_stream_that_never_starts_ends()
    {
        await using RunningServer server = await RunningServer.StartAsync(
            new WebServerOptions { StartTimeout = TimeSpan.FromSeconds(0.3) });
        using ClientWebSocket silent = new();
        await OpenAsync(server, silent);

        byte[] buffer = new byte[4096];
        var texts = new List<string>();
        while (await silent.ReceiveAsync(buffer, Cancelled) is { MessageType: WebSocketMessageType.Text } message)
        {
            texts.Add(Encoding.UTF8.GetString(buffer, 0, message.Count));
        }

        Assert.Contains("\"code\":\"idle\"", texts[^1], StringComparison.Ordinal);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, silent.CloseStatus);
    }

    /// <summary>The server learns of the end a moment later.</summary>
    private static async Task UntilOpenAsync(RunningServer server)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                using ClientWebSocket socket = new();
                await OpenAsync(server, socket);
                return;
            }
            catch (WebSocketException) when (i < 100)
            {
                await Task.Delay(50, Cancelled);
            }
        }
    }

    private static Task OpenAsync(RunningServer server, ClientWebSocket socket)
    {
        socket.Options.AddSubProtocol("hasta.1");
        socket.Options.CollectHttpResponseDetails = true;
        return socket.ConnectAsync(new Uri($"ws://{server.Client.BaseAddress!.Authority}/api/live"), Cancelled);
    }
}
