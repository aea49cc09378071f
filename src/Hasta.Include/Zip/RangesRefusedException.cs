using Hasta.Landmarks;

namespace Hasta.Include.Zip;

/// <summary>A server that serves whole files only; callers that need some members of a zip can download all of it.</summary>
internal sealed class RangesRefusedException : HastaException
{
    public RangesRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
