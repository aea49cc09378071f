using System.Diagnostics;

namespace Hasta.Bench.Serving;

/// <summary>Who uses the processor, from its creation on.</summary>
internal sealed class CpuMeter(ServerProcess server)
{
    private readonly TimeSpan serverBefore = server.Cpu;
    private readonly TimeSpan ownBefore = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly TimeSpan? busyBefore = MachineLoad.Busy();

    /// <summary>A time stamp of <see cref="Stopwatch"/>.</summary>
    public long From { get; } = Stopwatch.GetTimestamp();

    public CpuUse Read()
    {
        double seconds = Stopwatch.GetElapsedTime(From).TotalSeconds;
        TimeSpan used = server.Cpu - serverBefore;
        TimeSpan own = Process.GetCurrentProcess().TotalProcessorTime - ownBefore;
        TimeSpan? others = MachineLoad.Busy() - busyBefore - used - own;
        return new CpuUse(seconds, used.TotalSeconds / seconds, own.TotalSeconds / seconds, others?.TotalSeconds / seconds);
    }
}
