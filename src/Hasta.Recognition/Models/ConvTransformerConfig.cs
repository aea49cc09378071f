using System.Text.Json.Serialization;

namespace Hasta.Recognition.Models;

/// <summary>Sizes of <c>ConvTransformer</c>; the defaults are the full size of about 1.8 million parameters.</summary>
internal sealed record ConvTransformerConfig : ModelConfig
{
    /// <summary>Number of channels in the gate of a convolution block: the channel itself and its neighbors.</summary>
    internal const int GateKernel = 5;

    private const int MaxWidth = 4096;

    /// <summary>At most 150 thousand parameters with a few dozen glosses.</summary>
    public static ConvTransformerConfig Small { get; } = new() { Width = 64, Stages = 1, ConvBlocks = 2 };

    /// <summary>Values per frame between the blocks, a multiple of <see cref="Heads"/>.</summary>
    public int Width { get; init; } = 192;

    /// <summary>Number of stages, each with <see cref="ConvBlocks"/> convolution blocks and one transformer block.</summary>
    public int Stages { get; init; } = 2;

    public int ConvBlocks { get; init; } = 3;

    /// <summary>Number of frames in a convolution: the current frame and those before it.</summary>
    public int Kernel { get; init; } = 17;

    public int Heads { get; init; } = 4;

    /// <summary>Factor of the width inside a block.</summary>
    public int Expansion { get; init; } = 2;

    /// <summary>Probability 0..1 that a feature is dropped in all frames of a clip during training.</summary>
    public double FeatureDropout { get; init; } = 0.2;

    /// <summary>Dropout 0..1 inside a transformer block.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>Probability 0..1 that a block is skipped for a clip during training.</summary>
    public double DropPath { get; init; } = 0.2;

    /// <summary>Dropout 0..1 before the logits.</summary>
    public double HeadDropout { get; init; } = 0.5;

    [JsonIgnore]
    public override string Name => "ConvTransformer";

    public override long MinParameters(int features, int glosses)
    {
        long wide = (long)Expansion * Width;
        long convolution = wide * ((2L * Width) + Kernel);
        long transformer = 2L * Width * ((2L * Width) + wide);
        return (Stages * ((ConvBlocks * convolution) + transformer)) + (Width * (features + (2L * Width) + (4L * glosses)));
    }

    public override void Validate()
    {
        bool validSizes = Width is > 0 and <= MaxWidth && Heads is > 0 && Width % Heads == 0
            && Expansion is > 0 and <= 8 && Kernel is > 0 and <= 255;
        bool validDepth = Stages is > 0 and <= 32 && ConvBlocks is >= 0 and <= 32;
        bool validRates = FeatureDropout is >= 0 and < 1 && Dropout is >= 0 and < 1
            && DropPath is >= 0 and < 1 && HeadDropout is >= 0 and < 1;
        if (!validSizes || !validDepth || !validRates)
        {
            throw new ArgumentException(
                $"convTransformer: width must be in 1..{MaxWidth} and a multiple of heads, stages in 1..32, convBlocks in 0..32, "
                + "kernel in 1..255, expansion in 1..8, the rates in 0..1.");
        }
    }
}
