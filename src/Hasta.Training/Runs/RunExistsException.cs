using Hasta.Landmarks;

namespace Hasta.Training.Runs;

/// <summary>The folder already contains a run, which would be overwritten.</summary>
internal sealed class RunExistsException : HastaException
{
    public RunExistsException(string root)
        : base($"{root}: the folder already contains a run. Choose another --out, or remove that folder.")
    {
    }
}
