using System.Numerics;

namespace Hasta.Landmarks.Tracking;

/// <summary>Makes one detection of each group of overlapping ones: their mean, weighted by score.</summary>
/// <remarks>MediaPipe's NonMaxSuppressionCalculator, algorithm WEIGHTED, intersection over union.</remarks>
internal static class WeightedSuppression
{
    /// <summary>The group of the best detection alone, which is all that a one-person tracker asks for; null for none.</summary>
    /// <param name="detections">In any order.</param>
    /// <param name="minOverlap">Detections that overlap the best by more are one with it.</param>
    public static Detection? Best(IReadOnlyCollection<Detection> detections, float minOverlap)
    {
        var best = detections.MaxBy(detection => detection.Score);
        return best is null ? null : Merge(best, [.. detections.Where(other => other.Overlap(best) > minOverlap)]);
    }

    private static Detection Merge(Detection best, Detection[] group)
    {
        if (group.Length == 0)
        {
            return best;
        }

        float total = group.Sum(detection => detection.Score);
        Vector2 Mean(Func<Detection, Vector2> of) => group.Aggregate(Vector2.Zero, (sum, detection) => sum + of(detection) * detection.Score) / total;
        return best with
        {
            From = Mean(detection => detection.From),
            To = Mean(detection => detection.To),
            Points = [.. best.Points.Select((_, index) => Mean(detection => detection.Points[index]))],
        };
    }
}
