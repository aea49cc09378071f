namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>Smooths one coordinate over time: strongly at rest, weakly in motion.</summary>
/// <remarks>
/// Casiez, Roussel and Vogel, "1€ Filter", CHI 2012, with the order of operations of MediaPipe's util/filtering/one_euro_filter.cc: the
/// speed is measured between raw values, and floats are kept between frames.
/// </remarks>
internal sealed class OneEuroFilter(OneEuroSettings settings)
{
    private TimeSpan? last;
    private float raw;
    private float smooth;
    private float smoothSpeed;

    /// <param name="time">From any origin; at or before the last time, the value is returned unchanged.</param>
    /// <param name="value">In any unit.</param>
    /// <param name="scale">One over the object's size in that unit, so that speed is in object sizes per second.</param>
    public float Apply(TimeSpan time, float value, float scale)
    {
        if (last is { } before && time > before)
        {
            double seconds = (time - before).TotalSeconds;
            double speed = ((double)value - raw) * scale / seconds;
            smoothSpeed = Mix(smoothSpeed, (float)speed, Share(settings.SpeedCutoff, seconds));
            smooth = Mix(smooth, value, Share(settings.MinCutoff + settings.Beta * Math.Abs(smoothSpeed), seconds));
        }
        else if (last is null)
        {
            smooth = value;
        }
        else
        {
            return value;
        }

        (last, raw) = (time, value);
        return smooth;
    }

    /// <summary>The weight of a new value in a low-pass filter that cuts off at a frequency in Hz.</summary>
    private static float Share(double cutoff, double seconds) => (float)(1 / (1 + 1 / (2 * Math.PI * cutoff * seconds)));

    private static float Mix(float old, float value, float share) => (float)(share * value + (1.0 - share) * old);
}
