using Hasta.Landmarks;
using Hasta.Landmarks.Tracking;

namespace Hasta.Tests.Landmarks.Tracking;

public sealed class MediaPipeConformanceTests(ITestOutputHelper output)
{
    private const int Frames = 20;
    private const double PoseTolerance = 0.02;
    private const double HandTolerance = 0.5;
    private const double VisibilityTolerance = 1e-3;

    [Theory]
    [InlineData("help/5.mp4")]
    [InlineData("thank_you/2.mp4")]
    public async Task Landmarks_are_those_of_MediaPipe(string clip)
    {
        var expected = MediaPipeReference.Of(clip)[..Frames];

        var actual = new HolisticTracker(Networks.Shared).Track(await TestClip.ReadAsync(clip, Frames));

        Assert.Equal(expected.Select(Presence), actual.Select(Presence));
        Assert.InRange(MeanDistance(expected, actual, frame => frame.Pose), 0, PoseTolerance);
        Assert.InRange(MeanDistance(expected, actual, frame => frame.LeftHand), 0, HandTolerance);
        Assert.InRange(MeanDistance(expected, actual, frame => frame.RightHand), 0, HandTolerance);
        for (int i = 0; i < Frames; i++)
        {
            AssertVisibility(expected[i].Pose, actual[i].Pose);
        }
    }

    /// <summary>The table of docs/results.md; run on demand: ./test -explicit only -showLiveOutput -method "*Every_reference_frame*".</summary>
    [Theory(Explicit = true)]
    [InlineData("help/5.mp4")]
    [InlineData("water/2.mp4")]
    [InlineData("thank_you/2.mp4")]
    [InlineData("more/2.mp4")]
    [InlineData("eat/6.mp4")]
    public async Task Every_reference_frame_is_within_a_pixel_of_MediaPipe(string clip)
    {
        LandmarkFrame[] expected = MediaPipeReference.Of(clip);

        LandmarkFrame[] actual = [.. new HolisticTracker(Networks.Shared).Track(await TestClip.ReadAsync(clip, expected.Length))];

        double pose = MeanDistance(expected, actual, frame => frame.Pose);
        double left = MeanDistance(expected, actual, frame => frame.LeftHand);
        double right = MeanDistance(expected, actual, frame => frame.RightHand);
        output.WriteLine(FormattableString.Invariant($"{clip}: {expected.Length} frames, pose {pose:0.0000} px, left hand {left:0.0000}, right hand {right:0.0000}"));
        Assert.Equal(expected.Select(Presence), actual.Select(Presence));
        Assert.InRange(pose, 0, PoseTolerance);
        Assert.InRange(left, 0, 1);
        Assert.InRange(right, 0, 1);
    }

    [Fact]
    public async Task A_picture_moved_by_three_pixels_does_not_pass()
    {
        const string Clip = "help/5.mp4";
        const int Few = 3;
        var frames = await TestClip.ReadAsync(Clip, Few);

        var moved = new HolisticTracker(Networks.Shared).Track(frames.Select(frame => TestClip.Shift(frame, 3)));

        Assert.True(MeanDistance(MediaPipeReference.Of(Clip)[..Few], moved, frame => frame.Pose) > 100 * PoseTolerance);
    }

    private static (bool Pose, bool Left, bool Right) Presence(LandmarkFrame frame) =>
        (!frame.Pose[0].IsMissing, !frame.LeftHand[0].IsMissing, !frame.RightHand[0].IsMissing);

    /// <summary>Pixels, over all points of a part in all frames in which it is seen; 0 where it never is.</summary>
    private static double MeanDistance(LandmarkFrame[] expected, LandmarkFrame[] actual, Func<LandmarkFrame, ReadOnlySpan<Landmark>> part)
    {
        var distances = new List<double>();
        for (int i = 0; i < expected.Length; i++)
        {
            var from = part(expected[i]);
            var to = part(actual[i]);
            for (int point = 0; point < from.Length && !from[point].IsMissing; point++)
            {
                distances.Add(double.Hypot(from[point].X - to[point].X, from[point].Y - to[point].Y));
            }
        }

        return distances.DefaultIfEmpty(0).Average();
    }

    private static void AssertVisibility(ReadOnlySpan<Landmark> expected, ReadOnlySpan<Landmark> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Confidence, actual[i].Confidence, VisibilityTolerance);
        }
    }
}
