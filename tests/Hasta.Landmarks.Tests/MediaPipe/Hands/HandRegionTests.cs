using System.Numerics;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.Tests.MediaPipe.Hands;

public sealed class HandRegionTests
{
    private const float Tolerance = 1e-3f;

    [Fact]
    public void First_guess_is_centred_near_the_middle_knuckle_towards_the_fingertips()
    {
        var region = HandRegion.FromPose(wrist: At(100, 200), pinky: At(70, 160), index: At(115, 160));

        Assert.Equal(100, region.CenterX, Tolerance);
        Assert.Equal(160 - 8, region.CenterY, Tolerance);
        Assert.Equal(2.7f * 80, region.Width, Tolerance);
        Assert.Equal(0, region.Rotation, Tolerance);
    }

    [Fact]
    public void A_palm_region_is_shifted_by_half_its_height_towards_the_fingers()
    {
        var palm = new Box(new Vector2(80, 90), new Vector2(120, 130));

        var upright = HandRegion.FromPalm(palm, wrist: At(100, 130), knuckle: At(100, 95));
        var toTheRight = HandRegion.FromPalm(palm, wrist: At(80, 110), knuckle: At(115, 110));

        Assert.Equal(new RotatedRegion(100, 110 - 20, 2.6f * 40, 2.6f * 40, 0), upright);
        Assert.Equal(MathF.PI / 2, toTheRight.Rotation, Tolerance);
        Assert.Equal(100 + 20, toTheRight.CenterX, Tolerance);
        Assert.Equal(110, toTheRight.CenterY, Tolerance);
    }

    [Fact]
    public void Recropped_region_has_the_fingers_up_and_the_rim_point_below()
    {
        var region = HandRegion.FromRecrop(At(100, 100), At(100, 130));

        Assert.Equal((100, 94, 60), (region.CenterX, region.CenterY, region.Width));
        Assert.Equal(0, region.Rotation, Tolerance);
    }

    [Fact]
    public void Tracked_region_is_twice_the_palm_size_and_rotates_with_the_hand()
    {
        var upright = HandRegion.FromLandmarks(Hand((x, y) => At(100 + x, 100 + y)));
        var toTheRight = HandRegion.FromLandmarks(Hand((x, y) => At(100 - y, 100 + x)));

        Assert.Equal(new RotatedRegion(100, 60 - 8, 160, 160, 0), upright);
        Assert.Equal(MathF.PI / 2, toTheRight.Rotation, Tolerance);
        Assert.Equal(140 + 8, toTheRight.CenterX, Tolerance);
        Assert.Equal(100, toTheRight.CenterY, Tolerance);
    }

    [Fact]
    public void Fingertips_do_not_move_the_tracked_region()
    {
        var hand = Hand((x, y) => At(100 + x, 100 + y));
        var before = HandRegion.FromLandmarks(hand);

        hand[HandPoint.IndexTip] = At(500, -300);

        Assert.Equal(before, HandRegion.FromLandmarks(hand));
    }

    /// <summary>An upright palm, 40 wide and 80 high, with the wrist at 0, 0.</summary>
    internal static Landmark[] Hand(Func<float, float, Landmark> place)
    {
        var hand = new Landmark[LandmarkLayout.HandCount];
        Array.Fill(hand, place(0, -40));
        hand[HandPoint.Wrist] = place(0, 0);
        hand[HandPoint.ThumbMcp] = place(-20, -30);
        hand[HandPoint.PinkyMcp] = place(20, -30);
        hand[HandPoint.MiddlePip] = place(0, -80);
        return hand;
    }

    private static Landmark At(float x, float y) => new(x, y, 0, 1);
}
