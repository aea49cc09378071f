using Hasta.Landmarks.MediaPipe.Body;

namespace Hasta.Landmarks.Tests.MediaPipe.Body;

public sealed class HeatmapRefinementTests
{
    private const int Size = 16;
    private const int Points = 2;
    private const float Nothing = -100;
    private const float Tolerance = 1e-5f;

    [Fact]
    public void A_point_moves_to_the_centre_of_gravity_of_its_own_heatmap()
    {
        float[] heatmap = Empty();
        heatmap[Index(column: 6, row: 5, point: 1)] = 100;
        heatmap[Index(column: 8, row: 9, point: 1)] = 100;

        var refined = Refine(heatmap);

        Assert.Equal(Start, refined[0]);
        Assert.Equal(7f / Size, refined[1].X, Tolerance);
        Assert.Equal(7f / Size, refined[1].Y, Tolerance);
    }

    [Fact]
    public void A_faint_heatmap_does_not_move_the_point()
    {
        float[] heatmap = Empty();
        heatmap[Index(column: 6, row: 6, point: 0)] = -0.1f;

        Assert.Equal(Start, Refine(heatmap)[0]);
    }

    [Fact]
    public void Values_more_than_three_cells_away_are_ignored()
    {
        float[] heatmap = Empty();
        heatmap[Index(column: 12, row: 8, point: 0)] = 100;

        Assert.Equal(Start, Refine(heatmap)[0]);
    }

    [Fact]
    public void A_point_outside_the_heatmap_does_not_move()
    {
        float[] heatmap = new float[Size * Size * Points];
        Landmark[] points = [new(1.2f, 0.5f, 0, 1), new(0.5f, -0.3f, 0, 1)];

        HeatmapRefinement.Refine(points, heatmap, Size);

        Assert.Equal([new(1.2f, 0.5f, 0, 1), new(0.5f, -0.3f, 0, 1)], points);
    }

    private static Landmark Start => new(8.5f / Size, 8.5f / Size, 0.1f, 0.9f);

    private static float[] Empty()
    {
        float[] heatmap = new float[Size * Size * Points];
        Array.Fill(heatmap, Nothing);
        return heatmap;
    }

    private static int Index(int column, int row, int point) => (((row * Size) + column) * Points) + point;

    private static Landmark[] Refine(float[] heatmap)
    {
        Landmark[] points = [Start, Start];
        HeatmapRefinement.Refine(points, heatmap, Size);
        return points;
    }
}
