namespace Hasta.Datasets.Synthetic;

/// <summary>Smooth starts and stops.</summary>
internal static class Easing
{
    /// <summary>Maps 0..1 to 0..1 with zero speed at both ends (the cubic 3t^2 - 2t^3).</summary>
    public static float Smooth(float fraction)
    {
        float t = Math.Clamp(fraction, 0, 1);
        return t * t * (3 - (2 * t));
    }
}
