using System.Numerics;
using Hasta.Landmarks.MediaPipe.Detectors;

namespace Hasta.Landmarks.Tests.MediaPipe.Detectors;

public sealed class SsdAnchorsTests
{
    private static readonly Vector2[] Anchors = SsdAnchors.Create(224, [8, 16, 32, 32, 32]);

    [Fact]
    public void The_pose_detector_has_2254_anchors() => Assert.Equal(2254, Anchors.Length);

    [Fact]
    public void The_palm_detector_has_2016_anchors() => Assert.Equal(2016, SsdAnchors.Create(192, [8, 16, 16, 16]).Length);

    [Fact]
    public void Each_cell_has_two_anchors_per_layer_at_its_centre()
    {
        Assert.Equal(Anchors[0], Anchors[1]);
        Assert.Equal(new Vector2(0.5f, 0.5f) / 28, Anchors[0]);
        Assert.Equal(new Vector2(1.5f, 0.5f) / 28, Anchors[2]);
        Assert.Equal(new Vector2(0.5f, 1.5f) / 28, Anchors[56]);
    }

    [Fact]
    public void Layers_with_the_same_stride_share_their_cells()
    {
        const int Coarsest = (2 * 28 * 28) + (2 * 14 * 14);

        Assert.All(Anchors[Coarsest..(Coarsest + 6)], anchor => Assert.Equal(new Vector2(0.5f, 0.5f) / 7, anchor));
        Assert.Equal(new Vector2(6.5f, 6.5f) / 7, Anchors[^1]);
    }
}
