using Hasta.Recognition.Models;
using Hasta.Training.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>Every frame looks at every other of its clip: pre-norm self-attention, then two layers for each frame, each beside a residual path.</summary>
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
    /// <param name="real">Whose frames they are.</param>
    /// <returns><c>[frame, width]</c>.</returns>
    public override Tensor forward(Tensor frames, FrameMask real)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor seen = frames.Plus(dropPath.call(Attend(attentionNorm.call(frames), real), real));
        return seen.Plus(dropPath.call(frame.call(frameNorm.call(seen)), real)).MoveToOuterDisposeScope();
    }

    private Tensor Attend(Tensor frames, FrameMask real)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor padded = real.Pad(queryKeyValue.call(frames));                                                         // [batch, time, 3 width]
        (long batch, long time, long width) = (padded.shape[0], padded.shape[1], frames.shape[1]);
        Tensor[] parts = padded.view(batch, time, 3, heads, width / heads).permute(2, 0, 3, 1, 4).unbind(0);          // 3 x [batch, head, time, width / heads]
        Tensor found = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], real.AttentionMask);  // [batch, head, time, width / heads]
        Tensor joined = found.transpose(1, 2).reshape(batch, time, width);                                            // [batch, time, width]
        return attentionOut.call(real.Pack(joined)).MoveToOuterDisposeScope();                                        // [frame, width]
    }
}
