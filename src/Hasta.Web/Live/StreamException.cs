using System.Net.WebSockets;

namespace Hasta.Web.Live;

/// <summary>Ends one stream with an error of docs/protocol.md.</summary>
internal sealed class StreamException(string code, string message, WebSocketCloseStatus status = WebSocketCloseStatus.PolicyViolation)
    : Exception(message)
{
    public const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    public string Code => code;

    public WebSocketCloseStatus Status => status;

    public static StreamException BadMessage(string problem) => new("badMessage", problem);
}
