using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.Tests.MediaPipe.Hands;

public sealed class HandTrackTests
{
    [Fact]
    public void A_single_contradicting_frame_does_not_change_the_side()
    {
        var hand = Seen(0.9f, 0.9f);
        hand.Side = HandSide.Right;

        hand.Update(Hand(0.001f));

        Assert.True(hand.Rightness > 0);
    }

    [Fact]
    public void A_wrong_side_is_corrected_after_several_frames()
    {
        const int Frames = 10;
        var hand = Seen(0.1f);
        hand.Side = HandSide.Left;

        for (int i = 0; i < Frames; i++)
        {
            hand.Update(Hand(0.95f));
        }

        Assert.True(hand.Rightness > 0);
    }

    [Theory]
    [InlineData(0f, -4)]
    [InlineData(1f, 4)]
    [InlineData(0.5f, 0)]
    public void The_evidence_of_one_frame_is_bounded(float handedness, float rightness) =>
        Assert.Equal(rightness, Seen(handedness).Rightness, 1e-6f);

    [Fact]
    public void The_next_region_is_computed_from_the_latest_points()
    {
        var found = Hand(0.9f);
        var hand = new HandTrack(new RotatedRegion(500, 500, 10, 10, 0));

        hand.Update(found);

        Assert.Equal(HandRegion.FromLandmarks(found.Points), hand.Region);
    }

    private static HandTrack Seen(params float[] handedness)
    {
        var hand = new HandTrack(new RotatedRegion(50, 50, 100, 100, 0));
        Array.ForEach(handedness, value => hand.Update(Hand(value)));
        return hand;
    }

    /// <summary>Points on a vertical line; only the handedness matters.</summary>
    private static HandLandmarks Hand(float handedness) =>
        new([.. Enumerable.Range(0, LandmarkLayout.HandCount).Select(i => new Landmark(50, 100 - i, 0, 1))], handedness);
}
