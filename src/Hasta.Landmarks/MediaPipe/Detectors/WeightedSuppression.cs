using System.Numerics;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>Merges each group of overlapping detections into one: their mean, weighted by score.</summary>
/// <remarks>MediaPipe's NonMaxSuppressionCalculator, algorithm WEIGHTED, intersection over union.</remarks>
internal static class WeightedSuppression
{
    /// <summary>One detection per group, the best group first; computed lazily.</summary>
    /// <param name="detections">In any order.</param>
    /// <param name="minOverlap">Detections that overlap the best remaining one by more than this are merged with it.</param>
    public static IEnumerable<Detection> Merge(IEnumerable<Detection> detections, float minOverlap)
    {
        var remaining = detections.OrderByDescending(detection => detection.Score).ToList();
        while (remaining.Count > 0)
        {
            var best = remaining[0];
            yield return Mean(best, remaining.FindAll(OverlapsBest));
            remaining.RemoveAll(other => other == best || OverlapsBest(other));

            bool OverlapsBest(Detection other) => other.Box.Overlap(best.Box) > minOverlap;
        }
    }

    private static Detection Mean(Detection best, List<Detection> group)
    {
        if (group.Count == 0)
        {
            return best;
        }

        float total = group.Sum(detection => detection.Score);
        Vector2 Mean(Func<Detection, Vector2> value) =>
            group.Aggregate(Vector2.Zero, (sum, detection) => sum + value(detection) * detection.Score) / total;
        return best with
        {
            Box = new Box(Mean(detection => detection.Box.From), Mean(detection => detection.Box.To)),
            Points = [.. best.Points.Select((_, index) => Mean(detection => detection.Points[index]))],
        };
    }
}
