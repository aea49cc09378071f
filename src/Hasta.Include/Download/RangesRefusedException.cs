using Hasta.Landmarks;

namespace Hasta.Include.Download;

/// <summary>A server that gives whole files only; whoever wants some members of a zip can take all of it.</summary>
internal sealed class RangesRefusedException : HastaException
{
    public RangesRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
