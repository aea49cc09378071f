using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.Training.Evaluation.Streams;

namespace Hasta.Training.Tests.Evaluation.Streams;

public sealed class JoinedClipsTests
{
    private static readonly LandmarkSequence Clip = new Puppet { Frames = 60 }.Sign();

    [Fact]
    public void Clips_follow_each_other_without_a_gap()
    {
        var joined = JoinedClips.Join([("Hello", Clip), ("Deaf", Clip)]);

        Assert.Equal([("Hello", 0, 5), ("Deaf", 5, 10)], joined.Signs.Select(sign => (sign.Gloss, Round(sign.Start), Round(sign.End))));
        Assert.Equal(10, Round(joined.Duration));
        Assert.Equal(120, joined.Frames.Count);
        Assert.All(
            joined.Frames.Zip(joined.Frames.Skip(1)),
            pair => Assert.Equal(1 / Clip.Fps, (pair.Second.Time - pair.First.Time).TotalSeconds, 3));
        Assert.Equal(Clip.Frames[0].All, joined.Frames[60].All);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void A_slower_camera_delivers_fewer_frames_at_an_even_pace(double rate)
    {
        var joined = JoinedClips.Join([("Hello", Clip), ("Deaf", Clip)]);

        LandmarkFrame[] seen = [.. joined.At(rate)];

        Assert.InRange(seen.Length, (joined.Duration.TotalSeconds * rate) - 1, (joined.Duration.TotalSeconds * rate) + 1);
        Assert.All(
            seen.Zip(seen.Skip(1)),
            pair => Assert.Equal(1 / rate, (pair.Second.Time - pair.First.Time).TotalSeconds, (1 / Clip.Fps) + 0.001));
    }

    private static double Round(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
