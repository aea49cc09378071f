using System.Runtime.InteropServices;

namespace Hasta.Training.Memory;

/// <summary>Tells an allocator's refusal from other failures, by the words of libtorch's CUDA, MPS and CPU allocators.</summary>
internal static class OutOfMemory
{
    private static readonly string[] Words = ["out of memory", "can't allocate memory", "not enough memory", "CUBLAS_STATUS_ALLOC_FAILED"];

    public static bool Is(Exception error) => error is OutOfMemoryException or MemoryLimitException
        || (error is ExternalException && Array.Exists(Words, words => error.Message.Contains(words, StringComparison.OrdinalIgnoreCase)));
}
