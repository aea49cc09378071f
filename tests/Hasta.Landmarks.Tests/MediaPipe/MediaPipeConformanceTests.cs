using Hasta.Landmarks.MediaPipe;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe;

/// <summary>
/// Compares all reference frames of all reference clips.
/// Prints the table in docs/results.md: ./test -showLiveOutput -class "*MediaPipeConformanceTests".
/// </summary>
[Trait("speed", "slow")]
public sealed class MediaPipeConformanceTests(ITestOutputHelper output)
{
    private const double PoseTolerance = 0.1;

    /// <summary>Both hands together.</summary>
    private const double HandTolerance = 0.5;
    private const double FaceTolerance = 0.1;
    private const double PresenceAgreement = 0.99;

    /// <summary>For z, which has the unit of x: a body is on the order of a hundred pixels deep, a hand ten.</summary>
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
    public async Task Landmarks_match_MediaPipe(string clip)
    {
        LandmarkFrame[] expected = MediaPipeReference.For(clip);

        LandmarkFrame[] actual = [.. new HolisticTracker(Networks.Shared).Track(await TestClip.ReadAsync(clip, expected.Length))];

        output.WriteLine(Describe(clip, expected, actual));
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
    public async Task Frames_shifted_by_three_pixels_do_not_match()
    {
        const string Clip = "help/5.mp4";
        const int FrameCount = 3;
        var frames = await TestClip.ReadAsync(Clip, FrameCount);
        var expected = MediaPipeReference.For(Clip)[..FrameCount];

        var moved = new HolisticTracker(Networks.Shared).Track(frames.Select(frame => TestClip.Shift(frame, 3)));

        Assert.True(MediaPipeDistance.InPicture(expected, moved, ClipPart.Pose).Mean > 20 * PoseTolerance);
        Assert.True(MediaPipeDistance.InPicture(expected, moved, ClipPart.LeftHand, ClipPart.RightHand).Mean > 2 * HandTolerance);
        Assert.True(MediaPipeDistance.InPicture(expected, moved, ClipPart.Face).Mean > 20 * FaceTolerance);
    }

    private static void AssertWithin(double tolerance, MediaPipeDistance distance) => Assert.InRange(distance.Mean, 0, tolerance);

    private static string Describe(string clip, LandmarkFrame[] expected, LandmarkFrame[] actual) => string.Join(
        Environment.NewLine,
        [
            $"{clip}, {expected.Length} frames, px, mean (median, max) over frames:",
            .. ClipPart.All.Select(part => Describe(part.Name, expected, actual, part)),
            Describe("both hands", expected, actual, ClipPart.LeftHand, ClipPart.RightHand),
            $"  visibility of pose {MediaPipeDistance.InConfidence(expected, actual, ClipPart.Pose)}",
        ]);

    private static string Describe(string name, LandmarkFrame[] expected, LandmarkFrame[] actual, params ClipPart[] parts) =>
        $"  {name} {MediaPipeDistance.InPicture(expected, actual, parts)}, z {MediaPipeDistance.InDepth(expected, actual, parts)}";
}
