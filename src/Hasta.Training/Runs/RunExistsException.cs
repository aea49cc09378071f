using Hasta.Landmarks;

namespace Hasta.Training.Runs;

/// <summary>A run would be overwritten.</summary>
internal sealed class RunExistsException : HastaException
{
    public RunExistsException(string root)
        : base($"{root}: a run is there already. Choose another --out, or remove that folder.")
    {
    }
}
