using System.Net.WebSockets;
using Hasta.Recognition;
using Hasta.Web.Access;
using Hasta.Web.Scheduling;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Live;

/// <summary>Accepts live streams.</summary>
internal sealed class LiveStreams(SignRecognizer recognizer, WebServerOptions options, EngineTurns turns)
{
    private const string Protocol = "hasta.1";
    private readonly StreamSeats seats = new(options.MaxStreamsPerAddress, options.MaxStreams);

    public async Task AcceptAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"This address is a WebSocket with the subprotocol {Protocol}.", stopping);
            return;
        }

        using IDisposable? seat = seats.TryTake(context.Connection.RemoteIpAddress);
        if (seat is null)
        {
            await Refusal.AnswerAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "Too many live streams are open. Close one, or try again later.");
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        await new LiveConnection(new MessageSocket(socket), recognizer, options, turns).RunAsync(stopping);
    }
}
