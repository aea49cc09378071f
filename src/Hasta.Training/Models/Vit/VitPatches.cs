using Hasta.Recognition.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>
/// Embeds the patches of frames. Implemented as a product instead of libtorch's convolution, for the reasons in <see cref="ChannelGate"/>.
/// </summary>
internal sealed class VitPatches : nn.Module<Tensor, Tensor>
{
    private const int Channels = 3;

    private readonly Conv2d projection;
    private readonly int size;

    public VitPatches(VitConfig config)
        : base(nameof(VitPatches))
    {
        size = config.PatchSize;
        projection = nn.Conv2d(Channels, config.HiddenSize, config.PatchSize, stride: config.PatchSize);
        RegisterComponents();
    }

    /// <param name="pictures"><c>[picture, channel, height, width]</c>.</param>
    /// <returns><c>[picture, patch, hidden]</c>, row by row.</returns>
    public override Tensor forward(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        (long rows, long columns) = (pictures.shape[2] / size, pictures.shape[3] / size);
        Tensor patches = pictures
            .view(-1, Channels, rows, size, columns, size)
            .permute(0, 2, 4, 1, 3, 5)
            .flatten(3)
            .flatten(1, 2); // [picture, patch, channel * size * size]
        return nn.functional.linear(patches, projection.weight.flatten(1), projection.bias).MoveToOuterDisposeScope();
    }
}
