using Hasta.Recognition.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Vit;

/// <summary>Self-attention over the tokens of a frame.</summary>
internal sealed class VitSelfAttention : nn.Module<Tensor, Tensor>
{
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly int heads;

    public VitSelfAttention(VitConfig config)
        : base(nameof(VitSelfAttention))
    {
        heads = config.Heads;
        query = nn.Linear(config.HiddenSize, config.HiddenSize, hasBias: config.QkvBias);
        key = nn.Linear(config.HiddenSize, config.HiddenSize, hasBias: config.QkvBias);
        value = nn.Linear(config.HiddenSize, config.HiddenSize, hasBias: config.QkvBias);
        RegisterComponents();
    }

    /// <param name="tokens"><c>[picture, token, hidden]</c>.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor tokens)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor attended = nn.functional.scaled_dot_product_attention(
            Heads(query.call(tokens)), Heads(key.call(tokens)), Heads(value.call(tokens)));       // [picture, head, token, hidden / heads]
        return attended.transpose(1, 2).flatten(2).MoveToOuterDisposeScope();                     // [picture, token, hidden]
    }

    private Tensor Heads(Tensor tokens) =>
        tokens
            .view(tokens.shape[0], tokens.shape[1], heads, tokens.shape[2] / heads)
            .transpose(1, 2);                                                                     // [picture, head, token, hidden / heads]
}
