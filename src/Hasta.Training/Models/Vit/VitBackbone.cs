using Hasta.Recognition.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>
/// A Vision Transformer (Dosovitskiy et al. 2021) whose parameters have the names of Hugging Face's ViT, so that published weights load.
/// The first blocks, and the embeddings with them, may be frozen; these record nothing for the backward pass.
/// </summary>
internal sealed class VitBackbone : nn.Module<Tensor, Tensor>
{
    private readonly VitEmbeddings embeddings;
    private readonly VitEncoder encoder;
    private readonly LayerNorm layernorm;
    private readonly int layers;
    private readonly int frozen;

    /// <param name="config">Sizes of the network.</param>
    /// <param name="frozenBlocks">Number of first layers to freeze; with 0 the embeddings are trained too.</param>
    public VitBackbone(VitConfig config, int frozenBlocks)
        : base(nameof(VitBackbone))
    {
        (layers, frozen) = (config.Layers, frozenBlocks);
        embeddings = new VitEmbeddings(config);
        encoder = new VitEncoder(config);
        layernorm = nn.LayerNorm(config.HiddenSize, config.LayerNormEpsilon);
        RegisterComponents();
        foreach (Parameter parameter in frozen > 0 ? embeddings.parameters().Concat(encoder.ParametersOf(frozen)) : [])
        {
            parameter.requires_grad = false;
        }
    }

    /// <param name="pictures"><c>[picture, channel, height, width]</c>, normalised.</param>
    /// <returns>The last hidden state <c>[picture, token, hidden]</c>; the class token is first.</returns>
    public override Tensor forward(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor tokens = frozen > 0 ? Frozen(pictures) : embeddings.call(pictures);               // [picture, token, hidden]
        return layernorm.call(encoder.call(tokens, frozen, layers - frozen)).MoveToOuterDisposeScope();
    }

    private Tensor Frozen(Tensor pictures)
    {
        using IDisposable noGradients = no_grad();
        using Tensor embedded = embeddings.call(pictures);
        return encoder.call(embedded, 0, frozen);
    }
}
