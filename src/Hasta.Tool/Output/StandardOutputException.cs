using Hasta.Landmarks;

namespace Hasta.Tool.Output;

/// <summary>Standard output cannot be written.</summary>
internal sealed class StandardOutputException : HastaException
{
    public StandardOutputException(Exception inner)
        : base(
            $"standard output cannot be written ({inner.Message.TrimEnd('.')}): it is closed, or its disk is full. "
            + "Redirect it to a file on a disk with room, or leave it open.",
            inner)
    {
    }
}
