using System.Runtime.InteropServices;

namespace Hasta.Training.Memory;

/// <summary>Limit of the memory that the process may use during training.</summary>
/// <param name="bytes">Null for no limit other than the machine's.</param>
/// <param name="used">Returns the bytes in use by the process; by default its working set.</param>
internal sealed partial class MemoryLimit(long? bytes, Func<long>? used = null)
{
    private readonly Func<long> used = used ?? (() => Environment.WorkingSet);

    public static MemoryLimit None { get; } = new(null);

    /// <summary>Whether there is a limit other than the machine's.</summary>
    public bool IsSet => bytes is not null;

    /// <exception cref="MemoryLimitException">The process exceeds the limit, even after releasing unused memory.</exception>
    public void Check()
    {
        if (bytes is { } limit && used() > limit)
        {
            ReleaseUnused();
            if (used() is var remaining && remaining > limit)
            {
                throw new MemoryLimitException($"Training uses {remaining >> 20} MiB of memory; the limit is {limit >> 20} MiB.");
            }
        }
    }

    /// <summary>Releases unused memory of the garbage collector and, on Linux, of the C library.</summary>
    public static void ReleaseUnused()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        if (OperatingSystem.IsLinux())
        {
            _ = Trim(0); // returns whether memory was released
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint pad);
}
