using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>A model cannot be had from the hub: it says no, cannot be reached, or gave something else than it announced.</summary>
internal sealed class HubException : HastaException
{
    public HubException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether the hub gave no answer at all, or one that says nothing of the model.</summary>
    public bool IsUnreachable { get; init; }
}
