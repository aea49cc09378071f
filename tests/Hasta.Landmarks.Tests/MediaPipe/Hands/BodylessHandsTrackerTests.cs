using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe.Hands;

[Trait("speed", "slow")]
public sealed class BodylessHandsTrackerTests
{
    private const string TwoHands = "more/2.mp4";
    private const string OneHand = "water/2.mp4";

    /// <summary>Mean over points and frames, in pixels: the two methods for a hand's region differ slightly, as do the points.</summary>
    private const double Tolerance = 6;

    [Theory]
    [InlineData(TwoHands)]
    [InlineData(OneHand)]
    public async Task Without_body_tracking_hands_match_MediaPipes_holistic_graph(string clip)
    {
        const int Frames = 20;
        var expected = MediaPipeReference.For(clip)[..Frames];

        var actual = new BodylessHandsTracker(Networks.Hands).Track(await TestClip.ReadAsync(clip, Frames));

        Assert.All(actual, frame => Assert.False(Landmark.AnySeen(frame.Pose)));
        Assert.Equal(expected.Select(Presence), actual.Select(Presence));
        Assert.InRange(MediaPipeDistance.InPicture(expected, actual, ClipPart.LeftHand).Mean, 0, Tolerance);
        Assert.InRange(MediaPipeDistance.InPicture(expected, actual, ClipPart.RightHand).Mean, 0, Tolerance);
    }

    [Fact]
    public async Task In_a_mirrored_clip_the_right_hand_is_the_left()
    {
        var frames = (await TestClip.ReadAsync(OneHand, 5)).Select(TestClip.Mirror);

        var seen = new BodylessHandsTracker(Networks.Hands).Track(frames);

        Assert.All(seen, frame => Assert.Equal((true, false), Presence(frame)));
    }

    [Fact]
    public void Without_hands_all_landmarks_are_missing()
    {
        var frame = new VideoFrame(TimeSpan.FromSeconds(2), 64, 48, new byte[64 * 48 * 3]);

        var landmarks = new BodylessHandsTracker(Networks.Hands).Track(frame);

        Assert.Equal(frame.Time, landmarks.Time);
        Assert.All(landmarks.All.ToArray(), point => Assert.Equal(Landmark.Missing, point));
    }

    [Fact]
    public async Task A_hand_that_leaves_and_returns_is_found_on_the_same_side()
    {
        var frames = await TestClip.ReadAsync(OneHand, 3);
        var gone = frames[1] with { Rgb = new byte[frames[1].Rgb.Length] };

        var seen = new BodylessHandsTracker(Networks.Hands).Track([frames[0], gone, frames[2]]);

        Assert.Equal([(false, true), (false, false), (false, true)], seen.Select(Presence));
    }

    [Fact]
    public async Task A_reset_tracker_returns_the_same_landmarks_as_a_new_one()
    {
        var frames = await TestClip.ReadAsync(TwoHands, 6);
        var tracker = new BodylessHandsTracker(Networks.Hands);

        var fresh = tracker.Track(frames[3..]);
        var still = tracker.Track(frames[3..4])[0];
        tracker.Reset();
        var reset = tracker.Track(frames[3..]);

        Assert.NotEqual(fresh[0].All.ToArray(), still.All.ToArray());
        Assert.All(fresh.Zip(reset), pair => Assert.Equal(pair.First.All.ToArray(), pair.Second.All.ToArray()));
    }

    private static (bool Left, bool Right) Presence(LandmarkFrame frame) =>
        (Landmark.AnySeen(frame.LeftHand), Landmark.AnySeen(frame.RightHand));
}
