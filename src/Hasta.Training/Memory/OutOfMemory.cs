using System.Runtime.InteropServices;

namespace Hasta.Training.Memory;

/// <summary>Detects out-of-memory errors by the messages of libtorch's CUDA, MPS and CPU allocators.</summary>
internal static class OutOfMemory
{
    private static readonly string[] Messages =
        ["out of memory", "can't allocate memory", "not enough memory", "CUBLAS_STATUS_ALLOC_FAILED"];

    public static bool Matches(Exception error) => error is OutOfMemoryException or MemoryLimitException
        || (error is ExternalException
            && Array.Exists(Messages, message => error.Message.Contains(message, StringComparison.OrdinalIgnoreCase)));
}
