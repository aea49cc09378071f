using Hasta.Recognition.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>A class token, the patches, and where each of them stands.</summary>
internal sealed class VitEmbeddings : nn.Module<Tensor, Tensor>
{
    private const double Spread = 0.02;

    [ComponentName(Name = "cls_token")]
    private readonly Parameter classToken;

    [ComponentName(Name = "position_embeddings")]
    private readonly Parameter positions;

    [ComponentName(Name = "patch_embeddings")]
    private readonly VitPatches patches;

    public VitEmbeddings(VitConfig config)
        : base(nameof(VitEmbeddings))
    {
        classToken = new Parameter(zeros(1, 1, config.HiddenSize));
        positions = new Parameter(Drawn(1, config.Tokens, config.HiddenSize));
        patches = new VitPatches(config);
        RegisterComponents();
    }

    /// <param name="pictures"><c>[picture, channel, height, width]</c>.</param>
    /// <returns><c>[picture, token, hidden]</c>, the class token first.</returns>
    public override Tensor forward(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor found = patches.call(pictures);                                                   // [picture, patch, hidden]
        Tensor token = classToken.expand(found.shape[0], -1, -1);                                // [picture, 1, hidden]
        return cat([token, found], 1).Plus(positions).MoveToOuterDisposeScope();                 // [picture, token, hidden]
    }

    private static Tensor Drawn(params long[] shape)
    {
        using Scalar spread = Spread;
        return randn(shape).mul_(spread);
    }
}
