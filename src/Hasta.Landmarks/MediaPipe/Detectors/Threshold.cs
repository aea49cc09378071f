namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>Validates thresholds of scores in 0..1.</summary>
internal static class Threshold
{
    /// <exception cref="ArgumentException">A threshold is outside 0..1 or NaN.</exception>
    public static void Validate(params ReadOnlySpan<float> thresholds)
    {
        foreach (float threshold in thresholds)
        {
            if (threshold is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"The threshold {threshold} is not within 0..1.");
            }
        }
    }
}
