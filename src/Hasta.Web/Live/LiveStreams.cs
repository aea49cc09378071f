using System.Net.WebSockets;
using Hasta.Web.Access;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Live;

/// <summary>Accepts live streams.</summary>
internal sealed class LiveStreams(StreamContext shared)
{
    private const string Protocol = "hasta.1";
    private readonly AddressSeats seats = new(shared.Options.MaxStreamsPerAddress, shared.Options.MaxStreams);

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
            await Refusal.Streams.AnswerAsync(context, "Too many live streams are open. Close one, or try again later.");
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        await new LiveConnection(new MessageSocket(socket), shared).RunAsync(stopping);
    }
}
