using Hasta.Landmarks;
using Hasta.Recognition.Live.Hints;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Live.Hints;

public sealed class LiveHintsTests
{
    private const int Width = 640;
    private const int Height = 480;
    private readonly LiveHints hints = new();
    private double seconds;

    [Fact]
    public void A_hint_appears_after_its_problem_has_lasted_and_disappears_after_it_is_gone()
    {
        Show(LandmarkFrame.Empty(default), 0.3);
        Assert.Empty(hints.Current);

        Show(LandmarkFrame.Empty(default), 1);
        Assert.Equal([LiveHint.NoSigner], hints.Current);

        Show(Signer(), 0.3);
        Assert.Equal([LiveHint.NoSigner], hints.Current);

        Show(Signer(), 1);
        Assert.Empty(hints.Current);
    }

    [Fact]
    public void Frames_with_one_second_in_between_do_not_decide_alone()
    {
        Show(Signer(), 2);

        seconds += 60;
        hints.Add(At(LandmarkFrame.Empty(default)), Width, Height, lighting: null, people: 1);

        Assert.Empty(hints.Current);
    }

    [Fact]
    public void A_time_that_goes_back_changes_nothing()
    {
        Show(Signer(), 2);
        seconds = 0;

        hints.Add(At(LandmarkFrame.Empty(default)), Width, Height, lighting: null, people: 1);

        Assert.Empty(hints.Current);
    }

    [Theory]
    [InlineData(-220, 0, true)]
    [InlineData(0, -300, true)]
    [InlineData(0, 300, false)]
    [InlineData(0, 0, false)]
    public void A_hand_is_outside_above_and_beside_the_frame_but_may_be_lowered(float x, float y, bool isOutside)
    {
        Landmark[] points = Signer().All.ToArray();
        for (int i = LandmarkLayout.RightHandStart; i < LandmarkLayout.CountWithoutFace; i++)
        {
            points[i] = new Landmark(150 + i + x, 250 + y, 0, 1);
        }

        Show(new LandmarkFrame(default, points), 2);

        Assert.Equal(isOutside, hints.Current.Contains(LiveHint.HandOutside));
    }

    [Theory]
    [InlineData(100, 90, 120, null)]
    [InlineData(30, 95, 25, null)] // a lit face in front of a dark wall
    [InlineData(30, 20, 25, LiveHint.TooDark)]
    [InlineData(30, double.NaN, 30, LiveHint.TooDark)]
    [InlineData(70, 30, 80, LiveHint.TooDark)]
    [InlineData(150, 30, 200, LiveHint.Backlight)]
    [InlineData(125, 54, 164, null)] // seen, and recognized
    [InlineData(125, double.NaN, double.NaN, null)]
    public void Light_is_judged_by_the_face(double frame, double face, double around, object? expected)
    {
        Show(Signer(), 2, new Lighting(frame, face, around));

        Assert.Equal(expected is LiveHint hint ? [hint] : [], hints.Current);
    }

    private static LandmarkFrame Signer() => new Puppet { ShoulderWidth = 150 }.Sign().Frames[0];

    private void Show(LandmarkFrame frame, double duration, Lighting? lighting = null)
    {
        for (double end = seconds + duration; seconds < end; seconds += 0.05)
        {
            hints.Add(At(frame), Width, Height, lighting, people: 1);
        }
    }

    private LandmarkFrame At(LandmarkFrame frame) => new(TimeSpan.FromSeconds(seconds), frame.All.ToArray());
}
