using Hasta.Recognition.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>Embeddings of the class token, the patches and their positions.</summary>
internal sealed class VitEmbeddings : nn.Module<Tensor, Tensor>
{
    private const double Deviation = 0.02;

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
        positions = new Parameter(RandomNormal(1, config.Tokens, config.HiddenSize));
        patches = new VitPatches(config);
        RegisterComponents();
    }

    /// <param name="pictures"><c>[picture, channel, height, width]</c>.</param>
    /// <returns><c>[picture, token, hidden]</c>; the class token is first.</returns>
    public override Tensor forward(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor embedded = patches.call(pictures);                                                // [picture, patch, hidden]
        Tensor token = classToken.expand(embedded.shape[0], -1, -1);                             // [picture, 1, hidden]
        return cat([token, embedded], 1).Plus(positions).MoveToOuterDisposeScope();              // [picture, token, hidden]
    }

    private static Tensor RandomNormal(params long[] shape)
    {
        using Scalar deviation = Deviation;
        return randn(shape).mul_(deviation);
    }
}
