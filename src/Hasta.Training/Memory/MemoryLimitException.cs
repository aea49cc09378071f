using Hasta.Landmarks;

namespace Hasta.Training.Memory;

/// <summary>Even the fewest clips at a time take more memory than there is, or than the user allowed.</summary>
internal sealed class MemoryLimitException : HastaException
{
    public MemoryLimitException(string what, Exception? inner = null)
        : base($"{what} Choose a smaller model or fewer features.maxFrames, raise --memory-limit, or train on another device.", inner)
    {
    }
}
