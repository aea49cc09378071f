using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>A model cannot be fetched: the hub refuses, cannot be reached, or sent other data than it announced.</summary>
internal sealed class HubException : HastaException
{
    public HubException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether the hub did not respond, or its response did not concern the model.</summary>
    public bool IsUnreachable { get; init; }
}
