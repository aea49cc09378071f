using Hasta.Training.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>In training, drops a residual branch for random clips (Huang et al. 2016) and scales it up for the others.</summary>
internal sealed class DropPath(double rate) : nn.Module<Tensor, FrameMask, Tensor>(nameof(DropPath))
{
    /// <param name="branch"><c>[frame, width]</c>.</param>
    /// <param name="real">Mask of these frames.</param>
    public override Tensor forward(Tensor branch, FrameMask real)
    {
        if (!training || rate == 0)
        {
            return branch.alias();
        }

        using DisposeScope scope = NewDisposeScope();
        using Scalar dropped = rate, kept = 1 - rate;
        Tensor keep = rand(real.Mask.shape[0], 1, device: branch.device).ge(dropped).to(branch.dtype) / kept; // [batch, 1]
        return (branch * real.Broadcast(keep)).MoveToOuterDisposeScope();
    }
}
