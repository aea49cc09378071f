using System.Runtime.InteropServices;

namespace Hasta.Training.Memory;

/// <summary>How much memory of the machine the process may take while it trains.</summary>
/// <param name="bytes">Null for no limit but the machine's.</param>
/// <param name="held">Bytes that the process holds now; its working set where left out.</param>
internal sealed partial class MemoryLimit(long? bytes, Func<long>? held = null)
{
    private readonly Func<long> held = held ?? (() => Environment.WorkingSet);

    public static MemoryLimit None { get; } = new(null);

    /// <summary>Whether there is a limit but the machine's.</summary>
    public bool IsSet => bytes is not null;

    /// <exception cref="MemoryLimitException">The process holds more, also after it gave back what it does not need.</exception>
    public void Check()
    {
        if (bytes is { } limit && held() > limit)
        {
            GiveBack();
            if (held() is var still && still > limit)
            {
                throw new MemoryLimitException($"Training holds {still >> 20} MiB of memory, and {limit >> 20} MiB are allowed.");
            }
        }
    }

    /// <summary>The collector's free memory, and on Linux what the C library keeps for itself.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        if (OperatingSystem.IsLinux())
        {
            _ = Trim(0); // whether there was anything to give
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint pad);
}
