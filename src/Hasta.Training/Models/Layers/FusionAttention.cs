using Hasta.Recognition.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// Attention of the frames of one stream to the real frames of the same or another stream, with residual connection and norm.
/// </summary>
internal sealed class FusionAttention : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly Linear output;
    private readonly Dropout dropout;
    private readonly LayerNorm norm;
    private readonly int heads;

    public FusionAttention(VitFusionConfig config)
        : base(nameof(FusionAttention))
    {
        heads = config.Heads;
        query = nn.Linear(config.Width, config.Width);
        key = nn.Linear(config.Width, config.Width);
        value = nn.Linear(config.Width, config.Width);
        output = nn.Linear(config.Width, config.Width);
        dropout = nn.Dropout(config.Dropout);
        norm = nn.LayerNorm(config.Width);
        RegisterComponents();
    }

    /// <param name="frames">Queries: <c>[batch, frame, width]</c>.</param>
    /// <param name="context">Keys and values: <c>[batch, other, width]</c>.</param>
    /// <param name="mask"><c>[batch, other]</c>, true on real frames of the context; each clip has at least one.</param>
    /// <returns><c>[batch, frame, width]</c>.</returns>
    public override Tensor forward(Tensor frames, Tensor context, Tensor mask)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor real = mask.unsqueeze(1).unsqueeze(1);                                                 // [batch, 1, 1, other]
        Tensor attended = nn.functional.scaled_dot_product_attention(
            Heads(query.call(frames)), Heads(key.call(context)), Heads(value.call(context)), real);   // [batch, head, frame, width / heads]
        Tensor merged = output.call(attended.transpose(1, 2).flatten(2));                             // [batch, frame, width]
        return norm.call(frames.Plus(dropout.call(merged))).MoveToOuterDisposeScope();
    }

    private Tensor Heads(Tensor frames) =>
        frames
            .view(frames.shape[0], frames.shape[1], heads, frames.shape[2] / heads)
            .transpose(1, 2);                                                                         // [batch, head, frame, width / heads]
}
