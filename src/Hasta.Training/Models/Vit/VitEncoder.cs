using Hasta.Recognition.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>The transformer layers.</summary>
internal sealed class VitEncoder : nn.Module<Tensor, int, int, Tensor>
{
    private readonly ModuleList<VitLayer> layer;

    public VitEncoder(VitConfig config)
        : base(nameof(VitEncoder))
    {
        layer = nn.ModuleList([.. Enumerable.Range(0, config.Layers).Select(_ => new VitLayer(config))]);
        RegisterComponents();
    }

    /// <param name="tokens"><c>[picture, token, hidden]</c>.</param>
    /// <param name="first">Index of the first layer to apply.</param>
    /// <param name="count">Number of layers to apply.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor tokens, int first, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor hidden = tokens.alias();
        for (int i = first; i < first + count; i++)
        {
            hidden = layer[i].call(hidden);
        }

        return hidden.MoveToOuterDisposeScope();
    }

    /// <summary>Returns the parameters of the first layers.</summary>
    public IEnumerable<Parameter> ParametersOf(int count) => layer.Take(count).SelectMany(first => first.parameters());
}
