namespace Hasta.Datasets.Synthetic;

/// <summary>Soft starts and stops.</summary>
internal static class Easing
{
    /// <summary>0..1 to 0..1 with zero speed at both ends (the cubic 3t^2 - 2t^3).</summary>
    public static float Smooth(float share)
    {
        float t = Math.Clamp(share, 0, 1);
        return t * t * (3 - (2 * t));
    }
}
