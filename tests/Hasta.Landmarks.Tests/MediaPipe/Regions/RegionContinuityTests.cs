using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Tests.MediaPipe.Hands;

namespace Hasta.Landmarks.Tests.MediaPipe.Regions;

public sealed class RegionContinuityTests
{
    private const float Degree = MathF.PI / 180;

    private static readonly RotatedRegion Recrop = new(200, 200, 100, 100, 0);
    private static readonly Landmark[] Hand = HandRegionTests.Hand((x, y) => new Landmark(200 + x, 240 + y, 0, 1));

    [Fact]
    public void A_hand_at_rest_keeps_its_region() => Assert.True(RegionContinuity.Hand.Holds(Recrop, Hand, Recrop));

    [Theory]
    [InlineData(19, 0, 100, 0, true)]
    [InlineData(21, 0, 100, 0, false)]
    [InlineData(0, -19, 100, 0, true)]
    [InlineData(0, -21, 100, 0, false)]
    [InlineData(0, 0, 139, 0, true)]
    [InlineData(0, 0, 141, 0, false)]
    [InlineData(0, 0, 59, 0, false)]
    [InlineData(0, 0, 100, 39, true)]
    [InlineData(0, 0, 100, -41, false)]
    [InlineData(0, 0, 100, 359, true)]
    public void Shift_growth_and_rotation_have_limits(float right, float down, float size, float degrees, bool holds)
    {
        var before = new RotatedRegion(200 + right, 200 + down, size, size, degrees * Degree);

        Assert.Equal(holds, RegionContinuity.Hand.Holds(before, Hand, Recrop));
    }

    [Fact]
    public void Limits_apply_along_the_axes_of_the_region()
    {
        var turned = Recrop with { Rotation = 45 * Degree };
        float diagonal = 18 * MathF.Sqrt(2);

        Assert.True(RegionContinuity.Hand.Holds(turned with { CenterX = 200 + diagonal }, Hand, turned));
        Assert.False(RegionContinuity.Hand.Holds(Recrop with { CenterX = 200 + diagonal }, Hand, Recrop));
    }

    [Fact]
    public void A_finger_outside_the_new_region_ends_continuity()
    {
        Landmark[] stretched = [.. Hand];
        stretched[HandPoint.IndexTip] = new Landmark(200, 154, 0, 1);

        Assert.False(RegionContinuity.Hand.Holds(Recrop, stretched, Recrop));
        Assert.True(RegionContinuity.Hand.Holds(Recrop, stretched, Recrop with { Height = 104 }));
    }
}
