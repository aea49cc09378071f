using Hasta.Recognition.Models;
using Hasta.Training.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// Models local context: expansion, causal depthwise convolution over time, batch norm, channel gate and projection, with a residual
/// connection.
/// </summary>
internal sealed class ConvBlock : nn.Module<Tensor, FrameMask, Tensor>
{
    private readonly Linear expand;
    private readonly CausalDepthwise depthwise;
    private readonly BatchNorm1d norm;
    private readonly ChannelGate gate;
    private readonly Linear project;
    private readonly DropPath dropPath;

    public ConvBlock(ConvTransformerConfig config)
        : base(nameof(ConvBlock))
    {
        int inner = config.Expansion * config.Width;
        expand = nn.Linear(config.Width, inner);
        depthwise = new CausalDepthwise(inner, config.Kernel);
        norm = FrameNorm.Create(inner);
        gate = new ChannelGate();
        project = nn.Linear(inner, config.Width);
        dropPath = new DropPath(config.DropPath);
        RegisterComponents();
    }

    /// <param name="frames"><c>[frame, width]</c>.</param>
    /// <param name="real">Mask of these frames.</param>
    /// <returns><c>[frame, width]</c>.</returns>
    public override Tensor forward(Tensor frames, FrameMask real)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor wide = nn.functional.silu(expand.call(frames));                                   // [frame, inner]
        Tensor mixed = norm.call(real.Pack(depthwise.call(real.Pad(wide))));                     // [frame, inner]
        Tensor weight = gate.call(real.Mean(real.Pad(mixed)));                                   // [batch, inner]
        Tensor gated = mixed * real.Broadcast(weight);                                           // [frame, inner]
        return frames.Plus(dropPath.call(project.call(gated), real)).MoveToOuterDisposeScope();  // [frame, width]
    }
}
