using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.Tests.MediaPipe.Regions;

public sealed class OneEuroFilterTests
{
    private static readonly OneEuroSettings Settings = new() { MinCutoff = 0.01, Beta = 10, SpeedCutoff = 1 };

    [Fact]
    public void First_value_passes_unchanged() => Assert.Equal(5, new OneEuroFilter(Settings).Apply(TimeSpan.Zero, 5, 1));

    [Fact]
    public void Second_value_is_weighted_as_in_the_paper()
    {
        const double Seconds = 0.04;
        var filter = new OneEuroFilter(Settings);
        filter.Apply(TimeSpan.Zero, 5, 0.5f);

        float smooth = filter.Apply(TimeSpan.FromSeconds(Seconds), 6, 0.5f);

        double speed = Weight(1, Seconds) * 0.5 * (6 - 5) / Seconds;
        Assert.Equal(5 + Weight(0.01 + (10 * speed), Seconds), smooth, 1e-5);
    }

    [Fact]
    public void Noise_around_a_constant_value_is_smoothed_and_a_lasting_change_is_followed()
    {
        var filter = new OneEuroFilter(Settings);
        float rest = 0;
        for (int i = 0; i < 50; i++)
        {
            rest = filter.Apply(Frame(i), 100 + (i % 2), 0.01f);
        }

        float moved = 0;
        for (int i = 50; i < 80; i++)
        {
            moved = filter.Apply(Frame(i), 200, 0.01f);
        }

        Assert.InRange(rest, 100.1f, 100.9f);
        Assert.InRange(moved, 190, 200);
    }

    [Fact]
    public void Only_the_time_between_frames_matters()
    {
        var early = new OneEuroFilter(Settings);
        var late = new OneEuroFilter(Settings);

        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(early.Apply(Frame(i), i * i, 1), late.Apply(Frame(i + 1000), i * i, 1), 1e-4f);
        }
    }

    [Fact]
    public void A_repeated_time_leaves_value_and_filter_unchanged()
    {
        var filter = new OneEuroFilter(Settings);
        var other = new OneEuroFilter(Settings);
        filter.Apply(Frame(1), 5, 1);
        other.Apply(Frame(1), 5, 1);

        Assert.Equal(90, filter.Apply(Frame(1), 90, 1));
        Assert.Equal(other.Apply(Frame(2), 6, 1), filter.Apply(Frame(2), 6, 1));
    }

    private static TimeSpan Frame(int index) => TimeSpan.FromMilliseconds(40 * index);

    private static double Weight(double cutoff, double seconds) => 1 / (1 + (1 / (2 * Math.PI * cutoff * seconds)));
}
