using Hasta.TestKit;

namespace Hasta.Landmarks.Tests;

public sealed class LandmarkStatisticsTests
{
    [Fact]
    public void Each_part_is_counted_in_the_frames_that_show_it()
    {
        var tally = MadeClip.Tally(MadeClip.Sequence(frames: 4, withFace: true));

        Assert.Equal((4, 1.0, 0.5, 1.0, 1.0), (tally.Frames, tally.DetectionRate, tally.LeftHandRate, tally.RightHandRate, tally.FaceRate));
    }

    [Fact]
    public void Without_frames_nothing_is_detected() => Assert.Equal(
        (0, 0.0, 30.0),
        (new LandmarkStatistics(30).Frames, new LandmarkStatistics(30).FaceRate, new LandmarkStatistics(30).Fps));

    [Theory]
    [InlineData(25, 25)]
    [InlineData(25.2, 25.2)]
    [InlineData(90000, 25)]
    public void The_declared_rate_is_used_unless_the_frame_times_contradict_it(double declared, double expected)
    {
        var tally = new LandmarkStatistics(declared);
        for (int i = 0; i < 50; i++)
        {
            tally.Add(LandmarkFrame.Empty(TimeSpan.FromSeconds(i / 25.0)));
        }

        Assert.Equal(expected, tally.Fps, 1e-6);
    }
}
