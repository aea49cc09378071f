using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Hasta.Web.Access;

namespace Hasta.Web.Tests.Metrics;

/// <summary>A real server; others in this process may count too.</summary>
[Collection("temporary clips")]
public sealed class MetricsEndpointTests
{
    private const string Token = "correct-horse-battery";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_counted_by_codes_of_the_server_only()
    {
        await using RunningServer server = await RunningServer.StartAsync(
            new WebServerOptions { Access = new AccessOptions { Token = AccessToken.Parse(Token) } });
        using HttpResponseMessage refused = await server.Client.GetAsync("metrics", Cancelled);
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        using HttpResponseMessage clip = await server.Client.PostAsync("api/recognize", new ByteArrayContent([]), Cancelled);
        using HttpResponseMessage foreign = await server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "api/words") { Headers = { { "Origin", "https://secret.example" } } }, Cancelled);
        await EndAsync(server, "{\"type\":\"secret\"}");

        string text = await server.Client.GetStringAsync("metrics", Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.True(ValueOf(text, "hasta_requests_refused_total", "reason=\"token\"") >= 1, text);
        Assert.True(ValueOf(text, "hasta_requests_refused_total", "reason=\"origin\"") >= 1, text);
        Assert.True(ValueOf(text, "hasta_clips_total", "status=\"400\"") >= 1, text);
        Assert.True(ValueOf(text, "hasta_streams_ended_total", "code=\"badMessage\"") >= 1, text);
        Assert.True(ValueOf(text, "hasta_frames_total", "") >= 1, text);
        Assert.True(ValueOf(text, "hasta_frame_seconds_bucket", "le=\"5\"") >= 1, text);
        Assert.Contains("hasta_streams_open{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
    }

    /// <summary>Sends a frame, and then a message that ends the stream.</summary>
    private static async Task EndAsync(RunningServer server, string last)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("hasta.1");
        socket.Options.AddSubProtocol("token." + Token);
        await socket.ConnectAsync(new Uri($"ws://{server.Client.BaseAddress!.Authority}/api/live"), Cancelled);
        await TextAsync("{\"type\":\"start\",\"source\":\"landmarks\",\"width\":640,\"height\":480}");
        byte[] frame = new byte[16 + (75 * 16)];
        (frame[0], frame[4]) = (2, 1);
        await ReadUntilAsync("ready");
        await socket.SendAsync(frame, WebSocketMessageType.Binary, true, Cancelled);
        await ReadUntilAsync("frame");
        await TextAsync(last);
        await ReadUntilAsync("error");
        await socket.ReceiveAsync(new byte[1024], Cancelled);
        await Task.Delay(100, Cancelled); // the server counts after its last message

        Task TextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancelled);

        async Task ReadUntilAsync(string type)
        {
            byte[] buffer = new byte[1 << 14];
            string text;
            do
            {
                WebSocketReceiveResult message = await socket.ReceiveAsync(buffer, Cancelled);
                text = Encoding.UTF8.GetString(buffer, 0, message.Count);
            }
            while (!text.StartsWith($"{{\"type\":\"{type}\"", StringComparison.Ordinal));
        }
    }

    private static double ValueOf(string text, string name, string label) => text.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Select(line => double.Parse(Regex.Match(line, @"\} (\S+)").Groups[1].Value, CultureInfo.InvariantCulture))
        .FirstOrDefault(-1);
}
