using Hasta.Recognition.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// Position encoding in time by sines and cosines of many wavelengths (Vaswani et al. 2017), for any number of frames and for times
/// between frames.
/// </summary>
internal static class SinePositions
{
    /// <param name="times"><c>[batch, frame]</c>, in frames of the landmark stream.</param>
    /// <param name="width">Width of the encoding; must be even.</param>
    /// <returns><c>[batch, frame, width]</c>.</returns>
    public static Tensor Create(Tensor times, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor angles = times.unsqueeze(2) * tensor(SineWaves.Create(width), device: times.device); // [batch, frame, width / 2]
        return cat([angles.sin(), angles.cos()], 2).MoveToOuterDisposeScope();                      // [batch, frame, width]
    }
}
