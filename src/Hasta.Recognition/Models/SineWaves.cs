namespace Hasta.Recognition.Models;

/// <summary>The wave lengths by which a network knows when a frame is (Vaswani et al. 2017).</summary>
internal static class SineWaves
{
    private const double Longest = 10_000;

    /// <param name="width">Even.</param>
    /// <returns>Radians per frame, <c>[width / 2]</c>.</returns>
    public static float[] Create(int width) => [.. Enumerable.Range(0, width / 2).Select(i => (float)Math.Pow(Longest, -2.0 * i / width))];
}
