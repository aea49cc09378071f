using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.Tests.MediaPipe.Regions;

public sealed class RotatedRegionTests
{
    private const float Tolerance = 1e-3f;

    [Fact]
    public void Region_around_an_upright_person_is_not_rotated()
    {
        var region = RotatedRegion.Around(At(100, 200), At(100, 150), MathF.PI / 2);

        Assert.Equal((100, 200, 100, 100), (region.CenterX, region.CenterY, region.Width, region.Height));
        Assert.Equal(0, region.Rotation, Tolerance);
    }

    [Theory]
    [InlineData(150, 200, MathF.PI / 2)]
    [InlineData(50, 200, -MathF.PI / 2)]
    public void Region_rotates_with_the_person(float rimX, float rimY, float rotation) =>
        Assert.Equal(rotation, RotatedRegion.Around(At(100, 200), At(rimX, rimY), MathF.PI / 2).Rotation, Tolerance);

    [Fact]
    public void Upward_shift_follows_the_rotation()
    {
        var onItsRightSide = new RotatedRegion(100, 200, 40, 60, MathF.PI / 2);

        var square = onItsRightSide.ToSquare(2, -0.1f);

        Assert.Equal(106, square.CenterX, Tolerance);
        Assert.Equal(200, square.CenterY, Tolerance);
        Assert.Equal((120, 120), (square.Width, square.Height));
    }

    [Fact]
    public void Points_of_a_rotated_region_are_projected_to_its_corners()
    {
        var region = new RotatedRegion(100, 200, 40, 40, MathF.PI / 2);

        var topLeft = region.Project(new Landmark(0, 0, 0.5f, 0.7f));

        Assert.Equal(120, topLeft.X, Tolerance);
        Assert.Equal(180, topLeft.Y, Tolerance);
        Assert.Equal(20, topLeft.Z, Tolerance);
        Assert.Equal(0.7f, topLeft.Confidence);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(MathF.PI * 1.5f, -MathF.PI / 2)]
    [InlineData(-MathF.PI * 1.5f, MathF.PI / 2)]
    [InlineData(7 * MathF.PI, -MathF.PI)]
    public void Angles_are_normalised_to_within_half_a_turn(float angle, float expected) =>
        Assert.Equal(0, MathF.Sin(RotatedRegion.Normalize(angle) - expected), Tolerance);

    private static Landmark At(float x, float y) => new(x, y, 0, 1);
}
