using Hasta.Landmarks.Video.Cameras;

namespace Hasta.Landmarks.Tests.Video.Cameras;

public sealed class CameraClockTests
{
    private readonly MadeTime time = new();

    [Fact]
    public void Times_are_time_stamps_relative_to_the_first_frame()
    {
        var clock = new CameraClock(time);

        Assert.Equal(
            [0, 33, 68],
            [Next(clock, arrival: 500, stamp: 90_000), Next(clock, arrival: 560, stamp: 90_033), Next(clock, arrival: 570, stamp: 90_068)]);
    }

    [Fact]
    public void Adjusting_the_wall_clock_does_not_shift_frame_times()
    {
        var clock = new CameraClock(time);
        Next(clock, arrival: 0, stamp: 90_000);

        Assert.Equal(40, Next(clock, arrival: 40, stamp: 3_690_040));
        Assert.Equal(80, Next(clock, arrival: 85, stamp: 3_690_080));
        Assert.Equal(120, Next(clock, arrival: 120, stamp: 5));
    }

    [Fact]
    public void A_frame_without_a_time_stamp_has_its_arrival_time()
    {
        var clock = new CameraClock(time);

        Assert.Equal([0, 40, 75], [Next(clock, 100, null), Next(clock, 140, null), Next(clock, 175, null)]);
    }

    [Fact]
    public void Times_increase_even_if_time_stamps_do_not()
    {
        var clock = new CameraClock(time);
        Next(clock, 0, 1000);

        Assert.Equal([40, 41, 42], [Next(clock, 40, 1040), Next(clock, 41, 1040), Next(clock, 42, 1030)]);
    }

    private double Next(CameraClock clock, int arrival, int? stamp)
    {
        time.Now = arrival;
        return clock.Next(stamp is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null).TotalMilliseconds;
    }

    private sealed class MadeTime : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Now;
    }
}
