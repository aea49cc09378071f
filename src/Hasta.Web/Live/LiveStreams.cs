using System.Net.WebSockets;
using Hasta.Recognition;
using Hasta.Web.Scheduling;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Live;

/// <summary>Accepts live streams.</summary>
internal sealed class LiveStreams(SignRecognizer recognizer, WebServerOptions options, EngineTurns turns)
{
    private const string Protocol = "hasta.1";

    public async Task AcceptAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"This address is a WebSocket with the subprotocol {Protocol}.", stopping);
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        await new LiveConnection(new MessageSocket(socket), recognizer, options, turns).RunAsync(stopping);
    }
}
