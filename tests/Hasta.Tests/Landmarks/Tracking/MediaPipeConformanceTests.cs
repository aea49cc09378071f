using Hasta.Landmarks;
using Hasta.Landmarks.MediaPipe;

namespace Hasta.Tests.Landmarks.Tracking;

/// <summary>All reference frames of all reference clips. The table of docs/results.md: ./test -showLiveOutput -class "*MediaPipeConformanceTests".</summary>
[Trait("speed", "slow")]
public sealed class MediaPipeConformanceTests(ITestOutputHelper output)
{
    private const double PoseTolerance = 0.1;

    /// <summary>Both hands together.</summary>
    private const double HandTolerance = 0.5;
    private const double FaceTolerance = 0.1;
    private const double PresenceAgreement = 0.99;

    /// <summary>Of z, which is in the unit of x: a body is some hundred pixels deep, a hand some ten.</summary>
    private const double PoseDepthTolerance = 0.2;
    private const double HandDepthTolerance = 0.5;
    private const double FaceDepthTolerance = 0.1;
    private const double VisibilityTolerance = 1e-3;

    [Theory]
    [InlineData("help/5.mp4")]
    [InlineData("water/2.mp4")]
    [InlineData("thank_you/2.mp4")]
    [InlineData("more/2.mp4")]
    [InlineData("eat/6.mp4")]
    public async Task Landmarks_are_those_of_MediaPipe(string clip)
    {
        LandmarkFrame[] expected = MediaPipeReference.For(clip);

        LandmarkFrame[] actual = [.. new HolisticTracker(Networks.Shared).Track(await TestClip.ReadAsync(clip, expected.Length))];

        output.WriteLine(Tell(clip, expected, actual));
        Assert.All(ClipPart.All, part => Assert.InRange(MediaPipeDistance.Agreement(expected, actual, part), PresenceAgreement, 1));
        AssertWithin(PoseTolerance, MediaPipeDistance.InPicture(expected, actual, ClipPart.Pose));
        AssertWithin(HandTolerance, MediaPipeDistance.InPicture(expected, actual, ClipPart.LeftHand, ClipPart.RightHand));
        AssertWithin(FaceTolerance, MediaPipeDistance.InPicture(expected, actual, ClipPart.Face));
        AssertWithin(PoseDepthTolerance, MediaPipeDistance.InDepth(expected, actual, ClipPart.Pose));
        AssertWithin(HandDepthTolerance, MediaPipeDistance.InDepth(expected, actual, ClipPart.LeftHand, ClipPart.RightHand));
        AssertWithin(FaceDepthTolerance, MediaPipeDistance.InDepth(expected, actual, ClipPart.Face));
        AssertWithin(VisibilityTolerance, MediaPipeDistance.InConfidence(expected, actual, ClipPart.Pose));
    }

    [Fact]
    public async Task A_picture_moved_by_three_pixels_does_not_pass()
    {
        const string Clip = "help/5.mp4";
        const int Few = 3;
        var frames = await TestClip.ReadAsync(Clip, Few);
        var expected = MediaPipeReference.For(Clip)[..Few];

        var moved = new HolisticTracker(Networks.Shared).Track(frames.Select(frame => TestClip.Shift(frame, 3)));

        Assert.True(MediaPipeDistance.InPicture(expected, moved, ClipPart.Pose).Mean > 20 * PoseTolerance);
        Assert.True(MediaPipeDistance.InPicture(expected, moved, ClipPart.LeftHand, ClipPart.RightHand).Mean > 2 * HandTolerance);
        Assert.True(MediaPipeDistance.InPicture(expected, moved, ClipPart.Face).Mean > 20 * FaceTolerance);
    }

    private static void AssertWithin(double tolerance, MediaPipeDistance distance) => Assert.InRange(distance.Mean, 0, tolerance);

    private static string Tell(string clip, LandmarkFrame[] expected, LandmarkFrame[] actual) => string.Join(
        Environment.NewLine,
        [
            $"{clip}, {expected.Length} frames, px, mean (median, max) over frames:",
            .. ClipPart.All.Select(part => Tell(part.Name, expected, actual, part)),
            Tell("both hands", expected, actual, ClipPart.LeftHand, ClipPart.RightHand),
            $"  visibility of pose {MediaPipeDistance.InConfidence(expected, actual, ClipPart.Pose)}",
        ]);

    private static string Tell(string name, LandmarkFrame[] expected, LandmarkFrame[] actual, params ClipPart[] parts) =>
        $"  {name} {MediaPipeDistance.InPicture(expected, actual, parts)}, z {MediaPipeDistance.InDepth(expected, actual, parts)}";
}
