using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe;

[Trait("speed", "slow")]
public sealed class HolisticTrackerTests
{
    private const string Clip = "water/2.mp4";

    [Fact]
    public void Without_a_person_all_landmarks_are_missing()
    {
        var frame = new VideoFrame(TimeSpan.FromSeconds(2), 64, 48, new byte[64 * 48 * 3]);

        var landmarks = new HolisticTracker(Networks.Shared).Track(frame);

        Assert.Equal(frame.Time, landmarks.Time);
        Assert.All(landmarks.All.ToArray(), point => Assert.Equal(Landmark.Missing, point));
    }

    [Fact]
    public async Task A_reset_tracker_returns_the_same_landmarks_as_a_new_one()
    {
        var frames = await TestClip.ReadAsync(Clip, 8);
        var tracker = new HolisticTracker(Networks.Shared);

        var fresh = tracker.Track(frames[4..]);
        var still = tracker.Track(frames[4..5])[0];
        tracker.Reset();
        var reset = tracker.Track(frames[4..]);

        Assert.NotEqual(fresh[0].All.ToArray(), still.All.ToArray());
        Assert.All(fresh.Zip(reset), pair => Assert.Equal(pair.First.All.ToArray(), pair.Second.All.ToArray()));
    }

    [Fact]
    public async Task A_person_who_leaves_and_returns_is_found_again()
    {
        var frames = await TestClip.ReadAsync(Clip, 3);
        var gone = frames[1] with { Rgb = new byte[frames[1].Rgb.Length] };

        var seen = new HolisticTracker(Networks.Shared).Track([frames[0], gone, frames[2]]);

        Assert.Equal([false, true, false], seen.Select(frame => frame[LandmarkLayout.Nose].IsMissing));
        Assert.True(seen[1].LeftHand[HandPoint.Wrist].IsMissing && seen[1].RightHand[HandPoint.Wrist].IsMissing);
    }

    [Fact]
    public async Task Detected_points_have_a_confidence_above_zero()
    {
        var landmarks = new HolisticTracker(Networks.Shared).Track(await TestClip.ReadAsync(Clip, 1))[0];

        Assert.All(landmarks.Pose.ToArray(), point => Assert.InRange(point.Confidence, 1e-6f, 1));
        Assert.All(landmarks.RightHand.ToArray(), point => Assert.Equal(point.IsMissing ? 0 : 1, point.Confidence));
    }

    [Theory]
    [InlineData(PoseModel.Lite)]
    [InlineData(PoseModel.Heavy)]
    public async Task Lighter_and_heavier_networks_find_the_same_person(PoseModel model)
    {
        const float Pixels = 20;
        using var networks = HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { PoseModel = model });
        var expected = MediaPipeReference.For(Clip)[0];

        var actual = new HolisticTracker(networks).Track(await TestClip.ReadAsync(Clip, 1))[0];

        foreach (int point in (int[])[LandmarkLayout.Nose, LandmarkLayout.LeftShoulder, LandmarkLayout.RightShoulder])
        {
            Assert.InRange(float.Hypot(expected[point].X - actual[point].X, expected[point].Y - actual[point].Y), 0.01f, Pixels);
        }
    }

    [Fact]
    public async Task Hands_and_face_in_parallel_give_exactly_the_same_landmarks()
    {
        using var parallel = HolisticEngine.Load(ModelFiles.Find(), isParallel: true);
        List<VideoFrame> frames = await TestClip.ReadAsync(Clip, 6);

        IReadOnlyList<LandmarkFrame> expected = new HolisticTracker(Networks.Shared).Track(frames);

        Assert.Equal(expected.Select(Points), new HolisticTracker(parallel).Track(frames).Select(Points));
        Assert.Equal(Networks.Shared.Id, parallel.Id);
    }

    private static Landmark[] Points(LandmarkFrame frame) => [.. frame.Pose, .. frame.LeftHand, .. frame.RightHand, .. frame.Face];
}
