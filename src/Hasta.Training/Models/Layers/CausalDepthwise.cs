using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// A causal depthwise convolution over time: each channel of a frame depends on the same channel of this frame and earlier ones. On the
/// CPU it is trained as a product with a banded (Toeplitz) matrix per channel: the gradient of libtorch 2.10's depthwise convolution takes
/// four times as long there.
/// </summary>
internal sealed class CausalDepthwise : nn.Module<Tensor, Tensor>
{
    /// <summary>In frames. The matrix grows with the square of the length; for longer clips the convolution is as fast.</summary>
    private const int MaxProductLength = 128;

    private readonly Parameter weight;
    private readonly int width;
    private readonly int kernel;

    public CausalDepthwise(int width, int kernel)
        : base(nameof(CausalDepthwise))
    {
        this.width = width;
        this.kernel = kernel;
        double bound = 1 / Math.Sqrt(kernel);
        weight = new Parameter(empty(width, 1, kernel).uniform_(-bound, bound));
        RegisterComponents();
    }

    /// <param name="frames"><c>[batch, time, width]</c>.</param>
    /// <returns><c>[batch, time, width]</c>.</returns>
    public override Tensor forward(Tensor frames) =>
        training && frames.device.type == DeviceType.CPU && frames.shape[1] <= MaxProductLength ? Product(frames) : Convolution(frames);

    private Tensor Convolution(Tensor frames)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor time = nn.functional.pad(frames.transpose(1, 2), [kernel - 1, 0]);                  // [batch, width, kernel - 1 + time]
        return nn.functional.conv1d(time, weight, groups: width).transpose(1, 2).MoveToOuterDisposeScope();
    }

    private Tensor Product(Tensor frames)
    {
        using DisposeScope scope = NewDisposeScope();
        int time = (int)frames.shape[1];
        Tensor band = weight.squeeze(1).mm(Bands(time, frames.device)).view(width, time, time);    // [width, time, time]
        Tensor mixed = frames.permute(2, 0, 1).bmm(band);                                          // [width, batch, time]
        return mixed.permute(1, 2, 0).MoveToOuterDisposeScope();                                   // [batch, time, width]
    }

    /// <returns>
    /// <c>[kernel, time * time]</c>: 1 if that kernel position connects the input frame (row) to the output frame (column).
    /// </returns>
    private Tensor Bands(int time, Device device)
    {
        float[] bands = new float[kernel * time * time];
        for (int from = 0; from < time; from++)
        {
            for (int to = from; to < Math.Min(time, from + kernel); to++)
            {
                bands[((((kernel - 1 - (to - from)) * time) + from) * time) + to] = 1;
            }
        }

        return tensor(bands, [kernel, time * time], weight.dtype, device);
    }
}
