using Hasta.Recognition.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>Pre-norm attention, then two layers with exact GELU, each with a residual connection.</summary>
internal sealed class VitLayer : nn.Module<Tensor, Tensor>
{
    private readonly VitAttention attention;
    private readonly VitDense intermediate;
    private readonly VitDense output;

    [ComponentName(Name = "layernorm_before")]
    private readonly LayerNorm normBefore;

    [ComponentName(Name = "layernorm_after")]
    private readonly LayerNorm normAfter;

    public VitLayer(VitConfig config)
        : base(nameof(VitLayer))
    {
        attention = new VitAttention(config);
        intermediate = new VitDense(config.HiddenSize, config.IntermediateSize);
        output = new VitDense(config.IntermediateSize, config.HiddenSize);
        normBefore = nn.LayerNorm(config.HiddenSize, config.LayerNormEpsilon);
        normAfter = nn.LayerNorm(config.HiddenSize, config.LayerNormEpsilon);
        RegisterComponents();
    }

    /// <param name="tokens"><c>[picture, token, hidden]</c>.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor tokens)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor attended = tokens.Plus(attention.call(normBefore.call(tokens)));
        Tensor wide = nn.functional.gelu(intermediate.call(normAfter.call(attended)));           // [picture, token, intermediate]
        return attended.Plus(output.call(wide)).MoveToOuterDisposeScope();                       // [picture, token, hidden]
    }
}
