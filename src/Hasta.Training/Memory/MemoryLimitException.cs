using Hasta.Landmarks;

namespace Hasta.Training.Memory;

/// <summary>Even the smallest micro-batch needs more memory than is available or allowed by the user.</summary>
internal sealed class MemoryLimitException : HastaException
{
    public MemoryLimitException(string problem, Exception? inner = null)
        : base($"{problem} Choose a smaller model or fewer features.maxFrames, raise --memory-limit, or train on another device.", inner)
    {
    }
}
