using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Models;

/// <summary>
/// Where a batch's real frames are. Layers that see single frames, and norms, work on the real ones alone, so that padding neither costs
/// time nor counts in a statistic.
/// </summary>
internal sealed class RealFrames
{
    private readonly Tensor mask;
    private readonly Tensor index;

    /// <param name="mask"><c>[batch, time]</c>, true on real frames; all tensors made here belong to the current scope.</param>
    public RealFrames(Tensor mask)
    {
        this.mask = mask;
        index = mask.flatten().nonzero().squeeze(1); // [frame]
    }

    /// <summary><c>[batch, time, 1]</c>.</summary>
    public Tensor Mask => mask.unsqueeze(2);

    /// <param name="padded"><c>[batch, time, width]</c>.</param>
    /// <returns><c>[frame, width]</c>.</returns>
    public Tensor Pack(Tensor padded) => padded.flatten(0, 1).index_select(0, index);

    /// <param name="frames"><c>[frame, width]</c>.</param>
    /// <returns><c>[batch, time, width]</c>, 0 behind a clip's end.</returns>
    public Tensor Pad(Tensor frames)
    {
        using Scalar one = 1;
        long width = frames.shape[1];
        return zeros(mask.numel(), width, frames.dtype, frames.device).index_add(0, index, frames, one).view(mask.shape[0], mask.shape[1], width);
    }

    /// <param name="padded"><c>[batch, time, width]</c>, 0 behind a clip's end.</param>
    /// <returns><c>[batch, width]</c>: over the real frames.</returns>
    public Tensor Mean(Tensor padded) => padded.sum(1) / Mask.sum(1);

    /// <inheritdoc cref="Mean"/>
    public Tensor Max(Tensor padded)
    {
        using Scalar lowest = float.NegativeInfinity;
        return padded.masked_fill(Mask.logical_not(), lowest).amax([1]);
    }

    /// <param name="perClip"><c>[batch, width]</c>.</param>
    /// <returns><c>[frame, width]</c>: to each real frame its clip's numbers.</returns>
    public Tensor Spread(Tensor perClip)
    {
        using Scalar time = mask.shape[1];
        return perClip.index_select(0, index.div(time, RoundingMode.floor));
    }
}
