using Hasta.Recognition.Models;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>Self-attention and the output layer that combines its heads.</summary>
internal sealed class VitAttention : nn.Module<Tensor, Tensor>
{
    private readonly VitSelfAttention attention;
    private readonly VitDense output;

    public VitAttention(VitConfig config)
        : base(nameof(VitAttention))
    {
        attention = new VitSelfAttention(config);
        output = new VitDense(config.HiddenSize, config.HiddenSize);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        using Tensor attended = attention.call(tokens);
        return output.call(attended);
    }
}
