using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hasta.Web.Live;

/// <summary>A text message of the client.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ClientMessage
{
    private const int MaxSide = 8192;
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public required string Type { get; init; }

    public string? Source { get; init; }

    public double? MinConfidence { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <exception cref="StreamException">The text is no message of the protocol.</exception>
    public static ClientMessage Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            ClientMessage message = JsonSerializer.Deserialize<ClientMessage>(text, Format)
                ?? throw StreamException.BadMessage("null is not a message.");
            message.Check();
            return message;
        }
        catch (JsonException error)
        {
            throw StreamException.BadMessage(error.Message);
        }
    }

    private void Check()
    {
        bool isStart = Type == "start";
        if (Type is not ("start" or "reset" or "record" or "stop" or "complete"))
        {
            throw StreamException.BadMessage($"there is no message of the type {Type}.");
        }

        if (!isStart && (Source ?? (object?)MinConfidence ?? Width ?? Height) is not null)
        {
            throw StreamException.BadMessage($"{Type} has no other fields.");
        }

        if (isStart && (Source is not ("video" or "landmarks") || MinConfidence is < 0 or > 1 || !AreSides()))
        {
            throw StreamException.BadMessage("start: source is video or landmarks (with width and height), minConfidence in 0..1.");
        }
    }

    private bool AreSides() =>
        Width is null or (> 0 and <= MaxSide) && Height is null or (> 0 and <= MaxSide)
        && (Source == "video" || (Width is not null && Height is not null));
}
