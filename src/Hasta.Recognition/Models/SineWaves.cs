namespace Hasta.Recognition.Models;

/// <summary>The wavelengths that encode the time of a frame for a network (Vaswani et al. 2017).</summary>
internal static class SineWaves
{
    private const double Base = 10_000;

    /// <param name="width">Even.</param>
    /// <returns>Radians per frame, <c>[width / 2]</c>.</returns>
    public static float[] Create(int width) => [.. Enumerable.Range(0, width / 2).Select(i => (float)Math.Pow(Base, -2.0 * i / width))];
}
