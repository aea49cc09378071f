namespace Hasta.TestKit;

/// <summary>A clock that advances by one second each time it is read.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref seconds);
}
