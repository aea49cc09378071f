using System.Numerics;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>Makes one detection of each group of overlapping ones: their mean, weighted by score.</summary>
/// <remarks>MediaPipe's NonMaxSuppressionCalculator, algorithm WEIGHTED, intersection over union.</remarks>
internal static class WeightedSuppression
{
    /// <summary>One detection a group, the best group first; made while asked for.</summary>
    /// <param name="detections">In any order.</param>
    /// <param name="minOverlap">Detections that overlap the best of those left by more are one with it.</param>
    public static IEnumerable<Detection> Merge(IEnumerable<Detection> detections, float minOverlap)
    {
        var left = detections.OrderByDescending(detection => detection.Score).ToList();
        while (left.Count > 0)
        {
            var best = left[0];
            yield return Mean(best, left.FindAll(IsOneWithBest));
            left.RemoveAll(other => other == best || IsOneWithBest(other));

            bool IsOneWithBest(Detection other) => other.Box.Overlap(best.Box) > minOverlap;
        }
    }

    private static Detection Mean(Detection best, List<Detection> group)
    {
        if (group.Count == 0)
        {
            return best;
        }

        float total = group.Sum(detection => detection.Score);
        Vector2 Mean(Func<Detection, Vector2> of) => group.Aggregate(Vector2.Zero, (sum, detection) => sum + of(detection) * detection.Score) / total;
        return best with
        {
            Box = new Box(Mean(detection => detection.Box.From), Mean(detection => detection.Box.To)),
            Points = [.. best.Points.Select((_, index) => Mean(detection => detection.Points[index]))],
        };
    }
}
