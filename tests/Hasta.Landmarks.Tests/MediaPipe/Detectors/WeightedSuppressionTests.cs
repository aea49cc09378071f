using System.Numerics;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.Tests.MediaPipe.Detectors;

public sealed class WeightedSuppressionTests
{
    private const float Tolerance = 1e-6f;

    [Fact]
    public void No_detections_merge_into_none() => Assert.Empty(WeightedSuppression.Merge([], 0.3f));

    [Fact]
    public void Overlapping_detections_are_averaged_by_score()
    {
        var merged = Assert.Single(WeightedSuppression.Merge([Square(0.2f, score: 0.6f), Square(0.24f, score: 0.9f)], 0.3f));

        const float Corner = ((0.2f * 0.6f) + (0.24f * 0.9f)) / 1.5f;
        Assert.Equal(0.9f, merged.Score);
        Assert.Equal(Corner, merged.Box.From.X, Tolerance);
        Assert.Equal(Corner + 0.2f, merged.Box.To.Y, Tolerance);
        Assert.Equal(Corner + 0.1f, Assert.Single(merged.Points).X, Tolerance);
    }

    [Fact]
    public void Another_person_does_not_shift_the_best_detection_and_comes_second()
    {
        var merged = WeightedSuppression.Merge([Square(0.2f, score: 0.6f), Square(0.7f, score: 0.9f)], 0.3f).ToList();

        Assert.Equal([0.7f, 0.2f], merged.Select(detection => detection.Box.From.X));
    }

    [Fact]
    public void Overlap_is_intersection_over_union() =>
        Assert.Equal(0.5f / 1.5f, Square(0.2f).Box.Overlap(new Box(new(0.3f, 0.2f), new(0.5f, 0.4f))), Tolerance);

    private static Detection Square(float corner, float score = 0.5f) => new()
    {
        Score = score,
        Box = new Box(new Vector2(corner), new Vector2(corner + 0.2f)),
        Points = [new Vector2(corner + 0.1f)],
    };
}
