using Hasta.Recognition.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// Computes a weight 0..1 for each channel of a clip from its mean and those of neighboring channels (ECA-Net, Wang et al. 2020).
/// Implemented as a product: the convolution of libtorch 2.10 multiplies its uninitialized gradient memory by zero, which keeps NaN, and
/// is inaccurate in bfloat16 on the CPU.
/// </summary>
internal sealed class ChannelGate : nn.Module<Tensor, Tensor>
{
    private const int Kernel = ConvTransformerConfig.GateKernel;

    private readonly Parameter weight;

    public ChannelGate()
        : base(nameof(ChannelGate))
    {
        double bound = 1 / Math.Sqrt(Kernel);
        weight = new Parameter(empty(1, 1, Kernel).uniform_(-bound, bound));
        RegisterComponents();
    }

    /// <param name="means"><c>[batch, channel]</c>.</param>
    /// <returns><c>[batch, channel]</c>.</returns>
    public override Tensor forward(Tensor means)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor neighbours = nn.functional.pad(means, [Kernel / 2, Kernel / 2]).unfold(1, Kernel, 1); // [batch, channel, kernel]
        return neighbours.matmul(weight.flatten()).sigmoid().MoveToOuterDisposeScope();
    }
}
