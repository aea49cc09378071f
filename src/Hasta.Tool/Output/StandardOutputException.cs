using Hasta.Landmarks;

namespace Hasta.Tool.Output;

/// <summary>The answer has nowhere to go.</summary>
internal sealed class StandardOutputException : HastaException
{
    public StandardOutputException(Exception inner)
        : base($"standard output cannot be written ({inner.Message.TrimEnd('.')}): it is closed, or its disk is full. Send it to a file that has room, or leave it open.", inner)
    {
    }
}
