using System.Globalization;

namespace Hasta.Bench.Serving;

/// <summary>What the machine's other programs did meanwhile: figures from a busy machine say little.</summary>
internal static class MachineLoad
{
    private const double TicksPerSecond = 100;
    private static readonly int[] Idle = [3, 4]; // idle, and waiting for a disk

    /// <summary>Processor time that all programs used since the start of the machine; null where it is not known.</summary>
    public static TimeSpan? Busy() => OperatingSystem.IsLinux()
        ? TimeSpan.FromSeconds(FieldsOfCpu().Index().Where(field => !Idle.Contains(field.Index)).Sum(field => field.Item) / TicksPerSecond)
        : null;

    /// <summary>The first eight fields count all time once; guests' time is part of the users'.</summary>
    private static long[] FieldsOfCpu() =>
    [
        .. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)),
    ];
}
