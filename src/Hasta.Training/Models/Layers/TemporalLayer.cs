using Hasta.Recognition.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// One post-norm transformer layer over time (Vaswani et al. 2017): attention, then two layers per frame, each with residual connection
/// and norm.
/// </summary>
internal sealed class TemporalLayer : nn.Module<Tensor, Tensor, Tensor>
{
    private const int Expansion = VitFusionConfig.FrameExpansion;

    private readonly FusionAttention attention;
    private readonly Sequential frame;
    private readonly LayerNorm norm;

    public TemporalLayer(VitFusionConfig config)
        : base(nameof(TemporalLayer))
    {
        attention = new FusionAttention(config);
        frame = nn.Sequential(
            nn.Linear(config.Width, Expansion * config.Width),
            nn.GELU(),
            nn.Dropout(config.Dropout),
            nn.Linear(Expansion * config.Width, config.Width));
        norm = nn.LayerNorm(config.Width);
        RegisterComponents();
    }

    /// <param name="frames"><c>[batch, frame, width]</c>.</param>
    /// <param name="mask"><c>[batch, frame]</c>, true on real frames.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor frames, Tensor mask)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor attended = attention.call(frames, frames, mask);
        return norm.call(attended.Plus(frame.call(attended))).MoveToOuterDisposeScope();
    }
}
