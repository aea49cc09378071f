using System.Numerics;
using Hasta.Landmarks.Tracking;

namespace Hasta.Tests.Landmarks.Tracking;

public sealed class WeightedSuppressionTests
{
    private const float Tolerance = 1e-6f;

    [Fact]
    public void No_detection_gives_none() => Assert.Null(WeightedSuppression.Best([], 0.3f));

    [Fact]
    public void Overlapping_detections_become_their_mean_by_score()
    {
        var merged = WeightedSuppression.Best([Square(0.2f, score: 0.6f), Square(0.24f, score: 0.9f)], 0.3f);

        const float Corner = ((0.2f * 0.6f) + (0.24f * 0.9f)) / 1.5f;
        Assert.NotNull(merged);
        Assert.Equal(0.9f, merged.Score);
        Assert.Equal(Corner, merged.From.X, Tolerance);
        Assert.Equal(Corner + 0.2f, merged.To.Y, Tolerance);
        Assert.Equal(Corner + 0.1f, Assert.Single(merged.Points).X, Tolerance);
    }

    [Fact]
    public void Another_person_does_not_pull_the_best()
    {
        var merged = WeightedSuppression.Best([Square(0.2f, score: 0.6f), Square(0.7f, score: 0.9f)], 0.3f);

        Assert.Equal(0.7f, merged!.From.X, Tolerance);
    }

    [Fact]
    public void Overlap_is_the_common_area_over_the_area_of_both() =>
        Assert.Equal(0.5f / 1.5f, Square(0.2f).Overlap(Square(0.2f) with { From = new(0.3f, 0.2f), To = new(0.5f, 0.4f) }), Tolerance);

    private static Detection Square(float corner, float score = 0.5f) => new()
    {
        Score = score,
        From = new Vector2(corner),
        To = new Vector2(corner + 0.2f),
        Points = [new Vector2(corner + 0.1f)],
    };
}
