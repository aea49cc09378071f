using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Models.Vit;

/// <summary>Pictures -> their patches' numbers.</summary>
internal sealed class VitPatches : nn.Module<Tensor, Tensor>
{
    private const int Channels = 3;

    private readonly Conv2d projection;

    public VitPatches(VitConfig config)
        : base(nameof(VitPatches))
    {
        projection = nn.Conv2d(Channels, config.HiddenSize, config.PatchSize, stride: config.PatchSize);
        RegisterComponents();
    }

    /// <param name="pictures"><c>[picture, channel, height, width]</c>.</param>
    /// <returns><c>[picture, patch, hidden]</c>, row by row.</returns>
    public override Tensor forward(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        return projection.call(pictures).flatten(2).transpose(1, 2).MoveToOuterDisposeScope();
    }
}
