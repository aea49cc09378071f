using System.Globalization;

namespace Hasta.Bench.Serving;

/// <summary>The managed heap of the server, as <see cref="StartupHook"/> writes it.</summary>
/// <param name="Heap">Bytes in use, dead objects that are not collected yet included.</param>
/// <param name="Allocated">Bytes that were allocated since the start.</param>
/// <param name="Gen2">Full collections since the start.</param>
/// <param name="Threads">Threads of the pool.</param>
internal sealed record HeapSample(long Heap, long Allocated, long Gen2, long Threads)
{
    public static HeapSample Parse(string line)
    {
        long[] numbers = [.. line.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return new HeapSample(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
