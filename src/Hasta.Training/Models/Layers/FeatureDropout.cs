using Hasta.Training.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// In training, hides random features of each clip, the same in all its frames, so that predictions do not depend on the habits of one
/// signer.
/// </summary>
internal sealed class FeatureDropout(double rate) : nn.Module<Tensor, FrameMask, Tensor>(nameof(FeatureDropout))
{
    /// <param name="frames"><c>[frame, feature]</c>, each feature's mean 0.</param>
    /// <param name="real">Mask of these frames.</param>
    /// <returns><c>[frame, feature]</c>.</returns>
    public override Tensor forward(Tensor frames, FrameMask real)
    {
        if (!training || rate == 0)
        {
            return frames.alias();
        }

        using DisposeScope scope = NewDisposeScope();
        using Scalar dropped = rate, kept = 1 - rate;
        Tensor uniform = rand(real.Mask.shape[0], frames.shape[1], device: frames.device);       // [batch, feature]
        Tensor keep = uniform.ge(dropped).to(frames.dtype) / kept;                               // [batch, feature]
        return (frames * real.Broadcast(keep)).MoveToOuterDisposeScope();
    }
}
