namespace Hasta.Landmarks.Tests;

public sealed class LandmarkFrameTests
{
    [Fact]
    public void Scaling_moves_points_and_keeps_missing_ones_missing()
    {
        var points = new Landmark[LandmarkLayout.CountWithoutFace];
        Array.Fill(points, Landmark.Missing);
        points[LandmarkLayout.Nose] = new Landmark(10, 20, -3, 0.5f);

        var enlarged = new LandmarkFrame(TimeSpan.FromSeconds(1), points).Scale(2, 3);

        Assert.Equal(new Landmark(20, 60, -6, 0.5f), enlarged[LandmarkLayout.Nose]);
        Assert.Equal(TimeSpan.FromSeconds(1), enlarged.Time);
        Assert.All(enlarged.LeftHand.ToArray(), point => Assert.Equal(Landmark.Missing, point));
        Assert.Equal(10, points[LandmarkLayout.Nose].X);
    }
}
