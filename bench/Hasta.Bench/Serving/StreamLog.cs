namespace Hasta.Bench.Serving;

/// <summary>What a stream received.</summary>
internal sealed class StreamLog
{
    /// <summary>From sending each frame to its <c>frame</c> message.</summary>
    public List<Timing> Frames { get; } = [];

    /// <summary>Of the signs that were answered: from the capture of the frame at which the sign ended to the event's message.</summary>
    public List<Timing> Answers { get; } = [];

    /// <summary>The name and time of each event.</summary>
    public List<(string Event, double Time)> Events { get; } = [];

    /// <summary>Indexes of the frames that were sent.</summary>
    public List<long> Sent { get; } = [];

    /// <summary>Frames that the camera captured and the client had to drop because an earlier one was in flight.</summary>
    public long Dropped { get; set; }

    /// <summary>Why the connection was lost; null if it was not.</summary>
    public string? Loss { get; set; }

    /// <summary>Whether the stream ended with the server's <c>completed</c>.</summary>
    public bool IsCompleted { get; set; }
}
