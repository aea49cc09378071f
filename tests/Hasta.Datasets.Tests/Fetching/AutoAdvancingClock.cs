namespace Hasta.Datasets.Tests.Fetching;

/// <summary>A clock whose one-shot timers fire immediately and advance the time by their delay.</summary>
internal sealed class AutoAdvancingClock : TimeProvider
{
    private long ticks = Start.Ticks;

    public static DateTimeOffset Start { get; } = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool once = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero;
        if (once && dueTime > TimeSpan.Zero)
        {
            Interlocked.Add(ref ticks, dueTime.Ticks);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        return System.CreateTimer(callback, state, dueTime, period);
    }
}
