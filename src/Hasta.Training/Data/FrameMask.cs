using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>
/// Positions of a batch's real frames. Norms and per-frame layers process only real frames, so that padding neither costs time nor
/// affects statistics. A batch without padding, for example a single clip, is not copied.
/// </summary>
internal sealed class FrameMask
{
    private readonly Tensor mask;
    private readonly Tensor counts;
    private readonly Tensor? index;
    private readonly Tensor? clip;

    /// <param name="mask"><c>[batch, time]</c>, true on real frames. All tensors created here belong to the current scope.</param>
    public FrameMask(Tensor mask)
    {
        this.mask = mask;
        counts = mask.sum(1, keepdim: true); // [batch, 1]
        if (!mask.all().item<bool>())
        {
            using Scalar time = mask.shape[1];
            index = mask.flatten().nonzero().squeeze(1); // [frame]
            clip = index.div(time, RoundingMode.floor);  // [frame]
        }
    }

    /// <summary><c>[batch, time, 1]</c>.</summary>
    public Tensor Mask => mask.unsqueeze(2);

    /// <summary><c>[batch, 1, 1, time]</c>: the frames visible to attention; null for all frames.</summary>
    public Tensor? AttentionMask => index is null ? null : mask.view(mask.shape[0], 1, 1, mask.shape[1]);

    /// <param name="padded"><c>[batch, time, width]</c>.</param>
    /// <returns><c>[frame, width]</c>.</returns>
    public Tensor Pack(Tensor padded) => index is null ? padded.flatten(0, 1) : padded.flatten(0, 1).index_select(0, index);

    /// <param name="frames"><c>[frame, width]</c>.</param>
    /// <returns><c>[batch, time, width]</c>, 0 after a clip's end.</returns>
    public Tensor Pad(Tensor frames)
    {
        (long batch, long time, long width) = (mask.shape[0], mask.shape[1], frames.shape[1]);
        if (index is null)
        {
            return frames.view(batch, time, width);
        }

        using Scalar one = 1;
        return zeros(mask.numel(), width, frames.dtype, frames.device).index_add(0, index, frames, one).view(batch, time, width);
    }

    /// <param name="padded"><c>[batch, time, width]</c>, 0 after a clip's end.</param>
    /// <returns><c>[batch, width]</c>: over the real frames.</returns>
    public Tensor Mean(Tensor padded) => padded.sum(1) / counts;

    /// <inheritdoc cref="Mean"/>
    public Tensor Max(Tensor padded)
    {
        if (index is null)
        {
            return padded.amax([1]);
        }

        using Scalar lowest = float.NegativeInfinity;
        return padded.masked_fill(Mask.logical_not(), lowest).amax([1]);
    }

    /// <param name="perClip"><c>[batch, width]</c>.</param>
    /// <returns><c>[frame, width]</c>: the values of its clip for each real frame.</returns>
    public Tensor Broadcast(Tensor perClip) => clip is null
        ? perClip.unsqueeze(1).expand(-1, mask.shape[1], -1).flatten(0, 1)
        : perClip.index_select(0, clip);
}
