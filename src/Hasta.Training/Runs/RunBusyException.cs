using Hasta.Landmarks;

namespace Hasta.Training.Runs;

/// <summary>Another process is writing to the same run.</summary>
internal sealed class RunBusyException : HastaException
{
    public RunBusyException(string root, Exception inner)
        : base($"{root}: another hasta process is training there. Wait for it to finish, or choose another --out.", inner)
    {
    }
}
