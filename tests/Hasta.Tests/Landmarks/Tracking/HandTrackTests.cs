using Hasta.Landmarks;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Tests.Landmarks.Tracking;

public sealed class HandTrackTests
{
    [Fact]
    public void One_picture_to_the_contrary_does_not_change_sides()
    {
        var hand = Seen(0.9f, 0.9f);
        hand.Side = HandSide.Right;

        hand.Update(Hand(0.001f));

        Assert.True(hand.Rightness > 0);
    }

    [Fact]
    public void A_side_given_in_error_is_given_up_in_time()
    {
        const int Pictures = 10;
        var hand = Seen(0.1f);
        hand.Side = HandSide.Left;

        for (int i = 0; i < Pictures; i++)
        {
            hand.Update(Hand(0.95f));
        }

        Assert.True(hand.Rightness > 0);
    }

    [Theory]
    [InlineData(0f, -4)]
    [InlineData(1f, 4)]
    [InlineData(0.5f, 0)]
    public void A_picture_says_no_more_than_pictures_can(float handedness, float rightness) =>
        Assert.Equal(rightness, Seen(handedness).Rightness, 1e-6f);

    [Fact]
    public void The_next_region_lies_around_the_latest_points()
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

    /// <summary>Points on a line up; only the handedness matters.</summary>
    private static HandLandmarks Hand(float handedness) =>
        new([.. Enumerable.Range(0, LandmarkLayout.HandCount).Select(i => new Landmark(50, 100 - i, 0, 1))], handedness);
}
