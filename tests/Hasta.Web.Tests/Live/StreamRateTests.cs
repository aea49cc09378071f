using Hasta.Web.Live;

namespace Hasta.Web.Tests.Live;

public sealed class StreamRateTests
{
    [Theory]
    [InlineData(3, true)]
    [InlineData(8, true)]
    [InlineData(12, false)]
    [InlineData(30, false)]
    public void Under_ten_frames_per_second_are_slow(int framesPerSecond, bool isSlow)
    {
        var clock = new ManualClock();
        var rate = new StreamRate(clock);
        for (int frame = 0; frame < 40; frame++)
        {
            clock.Ticks += TimeSpan.TicksPerSecond / framesPerSecond;
            rate.Count();
        }

        Assert.Equal(isSlow, rate.IsSlow);
        Assert.Equal(framesPerSecond, rate.FramesPerSecond, 0.01);
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }
}
