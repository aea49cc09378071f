using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>A linear layer under the name that published checkpoints use.</summary>
internal sealed class VitDense : nn.Module<Tensor, Tensor>
{
    private readonly Linear dense;

    public VitDense(int inputs, int outputs)
        : base(nameof(VitDense))
    {
        dense = nn.Linear(inputs, outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => dense.call(input);
}
