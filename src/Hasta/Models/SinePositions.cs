using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Models;

/// <summary>When a frame is, as sines and cosines of many wave lengths (Vaswani et al. 2017): for any number of frames, and for times between them.</summary>
internal static class SinePositions
{
    private const double LongestWave = 10_000;

    /// <param name="times"><c>[batch, frame]</c>, in frames of the landmark stream.</param>
    /// <param name="width">Even.</param>
    /// <returns><c>[batch, frame, width]</c>.</returns>
    public static Tensor Of(Tensor times, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor angles = times.unsqueeze(2) * tensor(Turns(width), device: times.device);        // [batch, frame, width / 2]
        return cat([angles.sin(), angles.cos()], 2).MoveToOuterDisposeScope();                   // [batch, frame, width]
    }

    /// <summary>Radians per frame, of each wave.</summary>
    /// <param name="width">Even.</param>
    /// <returns><c>[width / 2]</c>.</returns>
    public static float[] Turns(int width) => [.. Enumerable.Range(0, width / 2).Select(i => (float)Math.Pow(LongestWave, -2.0 * i / width))];
}
