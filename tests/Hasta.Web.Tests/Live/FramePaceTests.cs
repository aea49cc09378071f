using System.Diagnostics;
using Hasta.Web.Live;

namespace Hasta.Web.Tests.Live;

public sealed class FramePaceTests
{
    [Fact]
    public async Task Frames_that_come_at_once_are_processed_at_the_highest_rate()
    {
        const int Count = 10;
        var pace = new FramePace(TimeProvider.System);
        long start = Stopwatch.GetTimestamp();

        for (int i = 0; i < Count; i++)
        {
            await pace.WaitAsync(TestContext.Current.CancellationToken);
        }

        double least = (Count - 1) * 1000.0 / FramePace.MaxFrameRate;
        Assert.True(Stopwatch.GetElapsedTime(start).TotalMilliseconds > least - 20); // timers may fire a little early
    }

    [Fact]
    public async Task The_pause_is_what_is_left_of_the_interval()
    {
        var pace = new FramePace(TimeProvider.System);
        Assert.Equal(0, pace.NextAfterMs());

        await pace.WaitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(pace.NextAfterMs(), 0, 1000 / FramePace.MaxFrameRate);
    }
}
