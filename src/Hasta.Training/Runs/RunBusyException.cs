using Hasta.Landmarks;

namespace Hasta.Training.Runs;

/// <summary>Two processes would write one run.</summary>
internal sealed class RunBusyException : HastaException
{
    public RunBusyException(string root, Exception inner)
        : base($"{root}: another hasta is training there. Wait for it to end, or choose another --out.", inner)
    {
    }
}
