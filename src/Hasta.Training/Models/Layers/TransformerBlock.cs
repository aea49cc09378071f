using Hasta.Recognition.Models;
using Hasta.Training.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// A transformer block over the frames of a clip: pre-norm self-attention, then two layers per frame, each with a residual connection.
/// </summary>
internal sealed class TransformerBlock : nn.Module<Tensor, FrameMask, Tensor>
{
    private readonly BatchNorm1d attentionNorm;
    private readonly Linear queryKeyValue;
    private readonly Linear attentionOut;
    private readonly BatchNorm1d frameNorm;
    private readonly Sequential frame;
    private readonly DropPath dropPath;
    private readonly int heads;

    public TransformerBlock(ConvTransformerConfig config)
        : base(nameof(TransformerBlock))
    {
        heads = config.Heads;
        attentionNorm = FrameNorm.Create(config.Width);
        queryKeyValue = nn.Linear(config.Width, 3 * config.Width, hasBias: false);
        attentionOut = nn.Linear(config.Width, config.Width, hasBias: false);
        frameNorm = FrameNorm.Create(config.Width);
        frame = nn.Sequential(
            nn.Linear(config.Width, config.Expansion * config.Width),
            nn.SiLU(),
            nn.Dropout(config.Dropout),
            nn.Linear(config.Expansion * config.Width, config.Width));
        dropPath = new DropPath(config.DropPath);
        RegisterComponents();
    }

    /// <param name="frames"><c>[frame, width]</c>.</param>
    /// <param name="real">Mask of these frames.</param>
    /// <returns><c>[frame, width]</c>.</returns>
    public override Tensor forward(Tensor frames, FrameMask real)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor attended = frames.Plus(dropPath.call(Attend(attentionNorm.call(frames), real), real));
        return attended.Plus(dropPath.call(frame.call(frameNorm.call(attended)), real)).MoveToOuterDisposeScope();
    }

    private Tensor Attend(Tensor frames, FrameMask real)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor padded = real.Pad(queryKeyValue.call(frames));                                   // [batch, time, 3 width]
        (long batch, long time, long width) = (padded.shape[0], padded.shape[1], frames.shape[1]);
        Tensor[] qkv = padded
            .view(batch, time, 3, heads, width / heads).permute(2, 0, 3, 1, 4).unbind(0);       // 3 x [batch, head, time, width / heads]
        Tensor attended = nn.functional.scaled_dot_product_attention(
            qkv[0], qkv[1], qkv[2], real.AttentionMask);                                        // [batch, head, time, width / heads]
        Tensor merged = attended.transpose(1, 2).reshape(batch, time, width);                   // [batch, time, width]
        return attentionOut.call(real.Pack(merged)).MoveToOuterDisposeScope();                  // [frame, width]
    }
}
