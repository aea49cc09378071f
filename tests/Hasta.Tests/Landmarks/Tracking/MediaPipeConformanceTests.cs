using Hasta.Landmarks;
using Hasta.Landmarks.Tracking;

namespace Hasta.Tests.Landmarks.Tracking;

public sealed class MediaPipeConformanceTests(ITestOutputHelper output)
{
    private const int Frames = 20;
    private const double PoseTolerance = 0.02;
    private const double HandTolerance = 0.5;
    private const double FaceTolerance = 0.02;
    private const double VisibilityTolerance = 1e-3;

    /// <summary>In faces: MediaPipe's z is in the unit of x, and a face is some hundred pixels deep.</summary>
    private const double DepthTolerance = 0.2;

    [Theory]
    [InlineData("help/5.mp4")]
    [InlineData("thank_you/2.mp4")]
    public async Task Landmarks_are_those_of_MediaPipe(string clip)
    {
        var expected = MediaPipeReference.Of(clip)[..Frames];

        var actual = new HolisticTracker(Networks.Shared).Track(await TestClip.ReadAsync(clip, Frames));

        AssertClose(expected, actual, HandTolerance);
        for (int i = 0; i < Frames; i++)
        {
            AssertVisibility(expected[i].Pose, actual[i].Pose);
            AssertDepth(expected[i].Face, actual[i].Face);
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

        output.WriteLine($"{clip}, {expected.Length} frames, px: pose {Pose(expected, actual)}, left hand {LeftHand(expected, actual)}, right hand {RightHand(expected, actual)}, face {Face(expected, actual)}");
        AssertClose(expected, actual, handTolerance: 1);
    }

    [Fact]
    public async Task A_picture_moved_by_three_pixels_does_not_pass()
    {
        const string Clip = "help/5.mp4";
        const int Few = 3;
        var frames = await TestClip.ReadAsync(Clip, Few);
        var expected = MediaPipeReference.Of(Clip)[..Few];

        var moved = new HolisticTracker(Networks.Shared).Track(frames.Select(frame => TestClip.Shift(frame, 3)));

        Assert.True(Pose(expected, moved).Mean > 100 * PoseTolerance);
        Assert.True(RightHand(expected, moved).Mean > 2 * HandTolerance);
        Assert.True(Face(expected, moved).Mean > 100 * FaceTolerance);
    }

    private static MediaPipeDistance Pose(LandmarkFrame[] expected, LandmarkFrame[] actual) => MediaPipeDistance.Between(expected, actual, frame => frame.Pose);

    private static MediaPipeDistance LeftHand(LandmarkFrame[] expected, LandmarkFrame[] actual) => MediaPipeDistance.Between(expected, actual, frame => frame.LeftHand);

    private static MediaPipeDistance RightHand(LandmarkFrame[] expected, LandmarkFrame[] actual) => MediaPipeDistance.Between(expected, actual, frame => frame.RightHand);

    private static MediaPipeDistance Face(LandmarkFrame[] expected, LandmarkFrame[] actual) => MediaPipeDistance.Between(expected, actual, frame => frame.Face);

    private static void AssertClose(LandmarkFrame[] expected, LandmarkFrame[] actual, double handTolerance)
    {
        Assert.Equal(expected.Select(Presence), actual.Select(Presence));
        Assert.InRange(Pose(expected, actual).Mean, 0, PoseTolerance);
        Assert.InRange(LeftHand(expected, actual).Mean, 0, handTolerance);
        Assert.InRange(RightHand(expected, actual).Mean, 0, handTolerance);
        Assert.InRange(Face(expected, actual).Mean, 0, FaceTolerance);
    }

    private static (bool Pose, bool Left, bool Right, bool Face) Presence(LandmarkFrame frame) =>
        (!frame.Pose[0].IsMissing, !frame.LeftHand[0].IsMissing, !frame.RightHand[0].IsMissing, !frame.Face[0].IsMissing);

    private static void AssertVisibility(ReadOnlySpan<Landmark> expected, ReadOnlySpan<Landmark> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Confidence, actual[i].Confidence, VisibilityTolerance);
        }
    }

    private static void AssertDepth(ReadOnlySpan<Landmark> expected, ReadOnlySpan<Landmark> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Z, actual[i].Z, DepthTolerance);
        }
    }
}
