using System.Text.Json.Serialization;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>Sizes of <c>VitFusion</c>; the defaults use ViT-B/16.</summary>
internal sealed record VitFusionConfig : ModelConfig
{
    /// <summary>Factor of the width between the two linear layers of a temporal layer.</summary>
    internal const int FrameExpansion = 2;

    private const int MaxWidth = 4096;

    /// <summary>
    /// The model on the Hugging Face Hub whose weights initialize the image backbone; null for random weights, or for a folder specified on
    /// the command line.
    /// </summary>
    public string? Pretrained { get; init; }

    /// <summary>Branch, tag or commit of <see cref="Pretrained"/>.</summary>
    public string Revision { get; init; } = "main";

    /// <summary>SHA-256 of the weights that initialized the backbone; written by training.</summary>
    public string? PretrainedSha256 { get; init; }

    /// <summary>The image backbone; that of the published weights if there are any.</summary>
    public VitConfig Backbone { get; init; } = new();

    /// <summary>Number of the backbone's first blocks that are frozen, along with its embeddings; 0 trains the whole backbone.</summary>
    public int FrozenBlocks { get; init; } = 10;

    /// <summary>
    /// Fraction 0..1 of the learning rate for the backbone's other blocks, because the steps that new weights need would ruin published
    /// ones.
    /// </summary>
    public double BackboneRate { get; init; } = 0.1;

    /// <summary>Values per frame in both streams, even, and a multiple of <see cref="Heads"/>.</summary>
    public int Width { get; init; } = 256;

    public int Heads { get; init; } = 4;

    /// <summary>Probability 0..1 that a feature of the landmarks is dropped in all frames of a clip during training.</summary>
    public double FeatureDropout { get; init; } = 0.2;

    /// <summary>Dropout 0..1 inside both streams.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Dropout 0..1 before the logits.</summary>
    public double HeadDropout { get; init; } = 0.5;

    [JsonIgnore]
    public override string Name => "VitFusion";

    public override void Check(FeatureConfig features)
    {
        Validate();
        if (features.Frames is not { } frames || frames.Size != Backbone.ImageSize)
        {
            throw new ArgumentException(
                $"features.frames: vitFusion uses video frames; set it, with size {Backbone.ImageSize} as the backbone requires.");
        }
    }

    public override long MinParameters(int features, int glosses) =>
        Backbone.MinParameters + (Width * ((long)Backbone.HiddenSize + features + (12L * Width) + glosses));

    public override void Validate()
    {
        Backbone.Validate();
        bool validSizes = Width is > 0 and <= MaxWidth && Width % 2 == 0 && Heads > 0 && Width % Heads == 0
            && FrozenBlocks >= 0 && FrozenBlocks <= Backbone.Layers;
        bool validRates = BackboneRate is > 0 and <= 1 && FeatureDropout is >= 0 and < 1
            && Dropout is >= 0 and < 1 && HeadDropout is >= 0 and < 1;
        if (!validSizes || !validRates)
        {
            throw new ArgumentException(
                $"vitFusion: width must be even, in 2..{MaxWidth} and a multiple of heads, frozenBlocks in 0..{Backbone.Layers}, "
                + "backboneRate and the dropouts in 0..1.");
        }
    }
}
